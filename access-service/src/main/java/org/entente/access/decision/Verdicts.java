package org.entente.access.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is decided about each portion and each tearline, by their identifiers and in the order of the question. */
record Verdicts(Map<String, Verdict> portions, Map<String, Verdict> tearlines) {

    boolean permitsAnything() {
        return all().anyMatch(Verdict::permits);
    }

    List<String> permittedPortions() {
        return portions.entrySet().stream()
                .filter(portion -> portion.getValue().permits())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isWhole() {
        return portions.values().stream().allMatch(Verdict::permits) && !portions.isEmpty();
    }

    /**
     * The most informative tearline that may go, where not all portions may: the one with the highest classification, then
     * the deepest tier (nobody marks what tells less higher), then the first by identifier, so that order does not matter.
     */
    Optional<String> tearline() {
        return isWhole()
                ? Optional.empty()
                : tearlines.entrySet().stream()
                        .filter(tearline -> tearline.getValue().permits())
                        .min(Comparator.<Map.Entry<String, Verdict>, Verdict.Sensitivity>comparing(
                                        tearline -> tearline.getValue().sensitivity())
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey);
    }

    /** The verdicts on what goes. */
    Stream<Verdict> ofTheView() {
        return Stream.concat(
                portions.values().stream().filter(Verdict::permits), tearline().map(tearlines::get).stream());
    }

    private Stream<Verdict> all() {
        return Stream.concat(portions.values().stream(), tearlines.values().stream());
    }
}
