package org.entente.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains a banner: for each aspect, which labels made it stricter than some other label would have. */
final class RollUpReasons {

    private static final int NAMED_AT_MOST = 3;

    /** Thousands of labels may differ in thousands of ways; nobody reads them all. */
    private static final int MOST_OF_A_KIND = 100;

    private final Map<String, NormalLabel> labels;
    private final NormalLabel banner;
    private final List<String> sentences = new ArrayList<>();

    RollUpReasons(Map<String, NormalLabel> labels, NormalLabel banner) {
        this.labels = labels;
        this.banner = banner;
    }

    List<String> sentences() {
        explainClassification();
        explainNations("releasable", NormalLabel::releasableTo);
        if (labels.values().stream().anyMatch(label -> !label.displayableTo().equals(label.releasableTo()))) {
            explainNations("displayable", NormalLabel::displayableTo);
        }
        explainUnion(Verb.COME, "from", NormalLabel::originators);
        explainUnion(Verb.NEED, "the compartment", NormalLabel::compartments);
        explainUnion(Verb.BE, "owned by", NormalLabel::proprietaryOwners);
        explainUnion(Verb.BE, "in the category", NormalLabel::categories);
        explainUnion(Verb.BE, "export-controlled by", RollUpReasons::exportControls);
        explainUnion(
                Verb.BE,
                "under the control of",
                label -> label.originatorControlled() ? List.of("the originator") : List.of());
        explainTlp();
        return sentences;
    }

    private void explainClassification() {
        Map<Classification, List<String>> holders = holders(NormalLabel::classification);
        Classification whole = banner.classification();
        if (holders.size() > 1) {
            holders.forEach((classification, names) -> {
                if (isHighest(classification, whole)) {
                    say(names, Verb.BE, classification + ", the highest");
                }
            });
        }
        if (!holders.keySet().stream().allMatch(each -> each.policy().equals(whole.policy()))) {
            sentences.add("Marking policies are mixed, so the whole is marked " + whole + ".");
        }
    }

    /** Within the banner's policy its very level; of other policies, whatever is as high on the common scale. */
    private static boolean isHighest(Classification classification, Classification whole) {
        return classification.policy().equals(whole.policy())
                ? classification.equals(whole)
                : classification.common() == whole.common();
    }

    /** A set limits if some other label lets in a nation that it leaves out. */
    private void explainNations(String how, Function<NormalLabel, NationSet> aspect) {
        Map<NationSet, List<String>> holders = holders(aspect);
        NationSet any = holders.keySet().stream().reduce(NationSet::unite).orElse(NationSet.EVERYONE);
        holders.keySet().removeIf(nations -> nations.containsAll(any));
        sayEach(holders, Verb.BE, nations -> how + " to " + codes(nations));
        if (aspect.apply(banner).isEmpty()) {
            sentences.add("The whole is " + how + " to no nation.");
        }
    }

    private void explainUnion(Verb verb, String what, Function<NormalLabel, List<String>> aspect) {
        Map<String, List<String>> holders = new TreeMap<>();
        labels.forEach((name, label) -> aspect.apply(label)
                .forEach(value ->
                        holders.computeIfAbsent(value, key -> new ArrayList<>()).add(name)));
        holders.values().removeIf(names -> names.size() == labels.size());
        sayEach(holders, verb, value -> what + " " + value);
    }

    private void explainTlp() {
        if (banner.tlp() != null) {
            List<String> names = Objects.requireNonNullElse(
                    holders(label -> Optional.ofNullable(label.tlp())).get(Optional.of(banner.tlp())), List.of());
            sayUnlessOfAll(names, Verb.BE, "TLP:" + banner.tlp().wireName() + ", the strictest");
        }
    }

    private void sayUnlessOfAll(List<String> names, Verb verb, String what) {
        if (names.size() < labels.size()) {
            say(names, verb, what);
        }
    }

    private <T> Map<T, List<String>> holders(Function<NormalLabel, T> aspect) {
        return labels.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> aspect.apply(entry.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private <T> void sayEach(Map<T, List<String>> holders, Verb verb, Function<T, String> what) {
        holders.entrySet().stream()
                .limit(MOST_OF_A_KIND)
                .forEach(entry -> say(entry.getValue(), verb, what.apply(entry.getKey())));
        if (holders.size() > MOST_OF_A_KIND) {
            sentences.add("There are " + (holders.size() - MOST_OF_A_KIND) + " more reasons of that kind.");
        }
    }

    private void say(List<String> names, Verb verb, String what) {
        String named = String.join(", ", names.subList(0, Math.min(NAMED_AT_MOST, names.size())));
        String rest = names.size() > NAMED_AT_MOST ? " and " + (names.size() - NAMED_AT_MOST) + " more" : "";
        sentences.add(named + rest + " " + (names.size() == 1 ? verb.singular : verb.plural) + " " + what + ".");
    }

    private static String codes(NationSet nations) {
        return nations.isEmpty() ? "no nation" : String.join(", ", nations.codes()) + " only";
    }

    private static List<String> exportControls(NormalLabel label) {
        return label.exportControls().stream()
                .map(control -> control.regime() + " " + control.code())
                .toList();
    }

    private enum Verb {
        BE("is", "are"),
        COME("comes", "come"),
        NEED("needs", "need");

        private final String singular;
        private final String plural;

        Verb(String singular, String plural) {
            this.singular = singular;
            this.plural = plural;
        }
    }
}
