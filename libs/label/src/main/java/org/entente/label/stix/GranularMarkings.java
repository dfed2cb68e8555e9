package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The granular markings of an object that change a label, by what they select (STIX 2.1, section 7.2.3). */
final class GranularMarkings {

    private final Map<Selector, List<Marking>> bySelector = new LinkedHashMap<>();

    GranularMarkings(StixObject object, Markings markings) {
        int index = 0;
        for (JsonNode granular : object.list("granular_markings")) {
            add(object, granular, markings, object.pointer() + "/granular_markings/" + index++);
        }
    }

    Set<Selector> selectors() {
        return bySelector.keySet();
    }

    boolean isEmpty() {
        return bySelector.isEmpty();
    }

    List<Marking> all() {
        return bySelector.values().stream().flatMap(List::stream).toList();
    }

    /** The markings of what is selected and of all that it lies in. */
    List<Marking> of(Selector selector) {
        return selector.upToHere().stream()
                .flatMap(outer -> bySelector.getOrDefault(outer, List.of()).stream())
                .toList();
    }

    private void add(StixObject object, JsonNode granular, Markings markings, String pointer) {
        boolean marks = granular.has("marking_ref");
        if (marks == granular.has("lang")) {
            throw new StixException(pointer, "has not exactly one of marking_ref and lang");
        }
        if (!granular.path("selectors").isArray() || granular.path("selectors").isEmpty()) {
            throw new StixException(pointer + "/selectors", "is not a list of at least one selector");
        }
        Marking marking =
                marks ? markings.get(granular.path("marking_ref"), pointer + "/marking_ref") : new Marking(null, null);
        int index = 0;
        for (JsonNode written : granular.path("selectors")) {
            Selector selector = Selector.read(written, object, pointer + "/selectors/" + index++);
            if (marking.changesLabel()) {
                bySelector.computeIfAbsent(selector, key -> new ArrayList<>()).add(marking);
            }
        }
    }
}
