package org.entente.label;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The normal form of one label on an epoch day. */
record Normalisation(Labels vocabulary, @Nullable String defaultOriginator, long day) {

    NormalLabel of(Label label) {
        if (label.originators() == null) {
            return normal(label, List.of(originator(label)), false);
        }
        if (label.originator() != null) {
            throw new LabelException("/originator", "cannot stand beside originators");
        }
        NormalLabel banner = normal(label, originators(label.originators()), true);
        BannerForm.require(label, banner);
        return banner;
    }

    private NormalLabel normal(Label label, List<String> originators, boolean banner) {
        CompiledPolicy policy = vocabulary.policies().compiled(label.policy());
        if (policy == null) {
            throw new LabelException("/policy", "is not a known marking policy");
        }
        Classification classification = policy.level(label.classification());
        if (classification == null) {
            throw new LabelException("/classification", "is not a level of the policy " + label.policy());
        }
        NationReader nations = new NationReader(banner ? null : policy, day);
        NationSet releasableTo = releasableTo(label, originators, nations);
        return new NormalLabel(
                classification,
                originators,
                releasableTo,
                displayableTo(label, releasableTo, nations),
                compartments(label),
                label.originatorControlled(),
                named(label.proprietaryOwners(), "/proprietaryOwners"),
                categories(label, banner),
                exportControls(label),
                label.tlp());
    }

    private String originator(Label label) {
        String originator = label.originator() == null ? defaultOriginator : label.originator();
        if (originator == null) {
            throw new LabelException("/originator", "is required");
        }
        requireNation(originator, "/originator");
        return originator;
    }

    private static List<String> originators(List<String> originators) {
        if (originators.isEmpty()) {
            throw new LabelException("/originators", "is empty");
        }
        each(originators, "/originators", Normalisation::requireNation);
        return originators;
    }

    /** Absent means the originator only; a banner of several originators may leave every one of them out. */
    private static NationSet releasableTo(Label label, List<String> originators, NationReader nations) {
        NationSet marked = nations.read(orEmpty(label.releasableTo()), "/releasableTo");
        if (originators.size() > 1) {
            return marked;
        }
        BitSet originator = new BitSet();
        originator.set(Nation.index(originators.get(0)));
        return marked.unite(NationSet.of(originator));
    }

    private static NationSet displayableTo(Label label, NationSet releasableTo, NationReader nations) {
        return label.displayableTo() == null
                ? releasableTo
                : nations.read(label.displayableTo(), "/displayableTo").unite(releasableTo);
    }

    private List<String> compartments(Label label) {
        List<String> written = orEmpty(label.compartments());
        each(written, "/compartments", this::requireCompartment);
        return written.stream()
                .map(compartment -> Clearance.qualified(compartment, label.policy()))
                .toList();
    }

    private void requireCompartment(String compartment, String pointer) {
        int colon = compartment.indexOf(':');
        if (colon >= 0 && vocabulary.policies().compiled(compartment.substring(0, colon)) == null) {
            throw new LabelException(pointer, "is not qualified by a known marking policy");
        }
        Syntax.requireName(compartment.substring(colon + 1), pointer);
    }

    private List<String> categories(Label label, boolean banner) {
        List<String> written = orEmpty(label.categories());
        each(written, "/categories", (category, pointer) -> requireCategory(category, banner, pointer));
        return written.isEmpty() ? List.of(InformationCategories.UNCATEGORISED) : written;
    }

    private void requireCategory(String category, boolean banner, String pointer) {
        boolean rolledUp = banner && category.equals(InformationCategories.UNCATEGORISED);
        if (!rolledUp && !vocabulary.categories().knows(category)) {
            throw new LabelException(pointer, "is not a category of the information policy");
        }
    }

    private static List<ExportControl> exportControls(Label label) {
        List<ExportControl> controls = orEmpty(label.exportControls());
        for (int index = 0; index < controls.size(); index++) {
            Syntax.requireForeignName(controls.get(index).regime(), "/exportControls/" + index + "/regime");
            Syntax.requireForeignName(controls.get(index).code(), "/exportControls/" + index + "/code");
        }
        return controls;
    }

    private static List<String> named(@Nullable List<String> names, String pointer) {
        each(orEmpty(names), pointer, Syntax::requireForeignName);
        return orEmpty(names);
    }

    private static void requireNation(String code, String pointer) {
        if (!Nation.isNation(code)) {
            throw new LabelException(pointer, "is not a nation of ISO 3166-1 alpha-3");
        }
    }

    private static void each(List<String> texts, String pointer, Rule rule) {
        IntStream.range(0, texts.size()).forEach(index -> rule.require(texts.get(index), pointer + "/" + index));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    /** Throws where the text, found at the pointer, is not what it should be. */
    private interface Rule {
        void require(String text, String pointer);
    }
}
