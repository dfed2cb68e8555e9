package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the catalog said of an asset when it was registered. */
public record Asset(String id, int portions, List<Labelled> labels) {

    /** How many portions have one label. */
    public record Labelled(JsonNode label, int count) {

        /** The label for people: {@code RESTRICTED situational-awareness, XBB XCC}, once for each label that it carries. */
        @Override
        public String toString() {
            return Stream.concat(Stream.of(label), stream(label.path("also")))
                    .map(Labelled::words)
                    .distinct()
                    .collect(Collectors.joining(" + "));
        }

        private static String words(JsonNode label) {
            TreeSet<String> readers = new TreeSet<>();
            stream(label.path("releasableTo")).forEach(nation -> readers.add(nation.asText()));
            stream(label.path("displayableTo")).forEach(nation -> readers.add(nation.asText()));
            String tlp = label.path("tlp").asText();
            return label.path("classification").asText()
                    + stream(label.path("categories"))
                            .map(category -> " " + category.asText())
                            .collect(Collectors.joining())
                    + (readers.isEmpty() ? ", home only" : ", " + String.join(" ", readers))
                    + (tlp.isEmpty() ? "" : ", TLP:" + tlp);
        }
    }

    static Asset of(JsonNode registered) {
        List<Labelled> labels = stream(registered.path("portionsByLabel"))
                .map(entry ->
                        new Labelled(entry.path("label"), entry.path("count").asInt()))
                .toList();
        return new Asset(
                registered.path("id").asText(), registered.path("portions").asInt(), labels);
    }

    /** How many portions at least one of the ways covers. */
    public int portionsWithin(Reach... ways) {
        return labels.stream()
                .filter(labelled -> Arrays.stream(ways).anyMatch(way -> way.covers(labelled.label())))
                .mapToInt(Labelled::count)
                .sum();
    }

    /** How many portions there are under labels that read the same, the most first. */
    Map<String, Integer> countsByLabel() {
        Map<String, Integer> counts = new HashMap<>();
        labels.forEach(labelled -> counts.merge(labelled.toString(), labelled.count(), Integer::sum));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
