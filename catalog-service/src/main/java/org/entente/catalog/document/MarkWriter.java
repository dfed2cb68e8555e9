package org.entente.catalog.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicy;
import org.entente.label.NationSet;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/**
 * Writes portion marks in one form. For a partner's reader the mark names the originator and the reader's nation only: to
 * whom else something goes is not theirs to know.
 */
public final class MarkWriter {
    private final Labels vocabulary;
    private final @Nullable String reader;
    private final Map<String, Levels> levels = new HashMap<>();

    /** @param reader the nation of the reader; absent for the home side, which sees every nation named */
    public MarkWriter(Labels vocabulary, @Nullable String reader) {
        this.vocabulary = vocabulary;
        this.reader = reader;
    }

    /** The mark of a label in normal form. */
    public String write(NormalLabel label) {
        List<String> parts = new ArrayList<>();
        parts.add(level(label));
        if (!label.compartments().isEmpty()) {
            parts.add(String.join("/", label.compartments()));
        }
        parts.addAll(nations(label));
        if (label.originatorControlled()) {
            parts.add("OC");
        }
        if (!label.proprietaryOwners().isEmpty()) {
            parts.add("PR:" + String.join(",", label.proprietaryOwners()));
        }
        if (!label.exportControls().isEmpty()) {
            parts.add(label.exportControls().stream()
                    .map(control -> control.regime() + "/" + control.code())
                    .collect(Collectors.joining(",", "EXP:", "")));
        }
        if (label.tlp() != null) {
            parts.add("TLP:" + label.tlp().wireName());
        }
        return "(" + String.join("//", parts) + ")";
    }

    private String level(NormalLabel label) {
        String policy = label.classification().policy();
        Levels known = levels.computeIfAbsent(
                policy,
                name -> new Levels(vocabulary
                        .policies()
                        .find(name)
                        .orElseGet(() -> new MarkingPolicy(name, List.of(), List.of()))));
        return known.shortName(label.classification().level());
    }

    private List<String> nations(NormalLabel label) {
        List<String> parts = new ArrayList<>();
        String releasable = codes(label.releasableTo(), label);
        String displayable = codes(label.displayableTo(), label);
        boolean isHomeOnly = !releasable.equals("ALL") && label.originators().equals(List.of(releasable));
        if (isHomeOnly && displayable.equals(releasable)) {
            return List.of("NF");
        }
        if (!isHomeOnly && !releasable.isEmpty()) {
            parts.add("REL " + releasable);
        }
        if (!displayable.equals(releasable)) {
            parts.add("DISPLAY " + displayable);
        }
        return parts;
    }

    private String codes(NationSet nations, NormalLabel label) {
        if (nations.isEveryone()) {
            return "ALL";
        }
        if (reader == null) {
            return String.join(",", nations.codes());
        }
        Set<String> named = Set.copyOf(label.originators());
        return nations.codes().stream()
                .filter(code -> code.equals(reader) || named.contains(code))
                .collect(Collectors.joining(","));
    }
}
