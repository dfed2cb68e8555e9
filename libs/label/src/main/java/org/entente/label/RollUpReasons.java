package org.entente.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains a banner: for each aspect, the labels that some other label's holder would not have expected. */
final class RollUpReasons {

    private static final int NAMED_AT_MOST = 3;

    private final Map<String, NormalLabel> labels;
    private final NormalLabel banner;
    private final List<String> sentences = new ArrayList<>();

    RollUpReasons(Map<String, NormalLabel> labels, NormalLabel banner) {
        this.labels = labels;
        this.banner = banner;
    }

    List<String> sentences() {
        explainClassification();
        explainNations("is releasable to", NormalLabel::releasableTo);
        explainNations("is displayable to", NormalLabel::displayableTo);
        if (banner.releasableTo().isEmpty()) {
            sentences.add("No nation may be handed the whole.");
        }
        if (banner.displayableTo().isEmpty()) {
            sentences.add("No nation may be shown the whole.");
        }
        explainUnion("comes from", NormalLabel::originators);
        explainUnion("needs the compartment", NormalLabel::compartments);
        explainUnion("is owned by", NormalLabel::proprietaryOwners);
        explainUnion("is in the category", NormalLabel::categories);
        explainUnion("is export-controlled by", RollUpReasons::exportControls);
        explainUnion("is", label -> label.originatorControlled() ? List.of("originator-controlled") : List.of());
        explainTlp();
        return sentences;
    }

    private void explainClassification() {
        Map<Classification, List<String>> holders = holders(NormalLabel::classification);
        if (holders.size() < 2) {
            return;
        }
        long policies =
                holders.keySet().stream().map(Classification::policy).distinct().count();
        holders.forEach((classification, names) -> {
            boolean decides = policies == 1
                    ? classification.equals(banner.classification())
                    : classification.common() == banner.classification().common();
            if (decides) {
                sentences.add(subject(names) + " is " + classification + ", the highest.");
            }
        });
        if (policies > 1) {
            sentences.add("Policies are mixed, so the whole is marked " + banner.classification() + ".");
        }
    }

    /** A set limits if some other label lets in a nation that it leaves out. */
    private void explainNations(String predicate, Function<NormalLabel, NationSet> aspect) {
        Map<NationSet, List<String>> holders = holders(aspect);
        holders.forEach((nations, names) -> {
            if (!holders.keySet().stream().allMatch(nations::containsAll)) {
                sentences.add(subject(names) + " " + predicate + " " + codes(nations) + ".");
            }
        });
    }

    private void explainUnion(String predicate, Function<NormalLabel, List<String>> aspect) {
        TreeSet<String> values = new TreeSet<>();
        labels.values().forEach(label -> values.addAll(aspect.apply(label)));
        for (String value : values) {
            List<String> names = labels.entrySet().stream()
                    .filter(entry -> aspect.apply(entry.getValue()).contains(value))
                    .map(Map.Entry::getKey)
                    .toList();
            if (names.size() < labels.size()) {
                sentences.add(subject(names) + " " + predicate + " " + value + ".");
            }
        }
    }

    private void explainTlp() {
        List<String> names = labels.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue().tlp(), banner.tlp()))
                .map(Map.Entry::getKey)
                .toList();
        if (banner.tlp() != null && names.size() < labels.size()) {
            sentences.add(subject(names) + " is TLP:" + banner.tlp().wireName() + ", the strictest.");
        }
    }

    private <T> Map<T, List<String>> holders(Function<NormalLabel, T> aspect) {
        return labels.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> aspect.apply(entry.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private static List<String> exportControls(NormalLabel label) {
        return label.exportControls().stream()
                .map(control -> control.regime() + " " + control.code())
                .toList();
    }

    private static String codes(NationSet nations) {
        return nations.isEmpty() ? "no nation" : String.join(", ", nations.codes()) + " only";
    }

    private static String subject(List<String> names) {
        String named = String.join(", ", names.subList(0, Math.min(NAMED_AT_MOST, names.size())));
        return names.size() > NAMED_AT_MOST ? named + " and " + (names.size() - NAMED_AT_MOST) + " more" : named;
    }
}
