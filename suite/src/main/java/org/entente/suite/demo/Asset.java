package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the catalog said of an asset when it was registered. */
public record Asset(String id, int portions, List<Labelled> labels) {

    /** How many portions have one label. */
    public record Labelled(JsonNode label, int count) {

        /** The label for people: {@code RESTRICTED situational-awareness → XBB XCC}. */
        @Override
        public String toString() {
            return label.path("classification").asText() + " " + words(label.path("categories")) + " → "
                    + words(label.path("displayableTo"));
        }

        private static String words(JsonNode array) {
            return String.join(
                    " ",
                    StreamSupport.stream(array.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }
    }

    static Asset of(JsonNode registered) {
        List<Labelled> labels = StreamSupport.stream(
                        registered.path("portionsByLabel").spliterator(), false)
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
}
