package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Closes the holes, that is the nulls, of an object so that nothing tells where they were: members and list elements
 * vanish, so does a container that has thereby become empty, and selectors of granular markings follow what they select.
 */
final class Holes {

    /** What vanishes, by container: names of members, or list indices in brackets as in selectors. */
    private final Map<JsonNode, Set<String>> vanishing = new IdentityHashMap<>();

    private Holes() {}

    static void close(ObjectNode object) {
        Holes holes = new Holes();
        holes.find(object);
        if (!holes.vanishing.isEmpty()) {
            holes.moveSelectors(object);
            holes.vanishing.forEach(Holes::remove);
            dropEmptyMarkings(object);
        }
    }

    /** Whether the node vanishes as a whole. */
    private boolean find(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.isNull();
        }
        Set<String> steps = new HashSet<>();
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                if (find(node.get(index))) {
                    steps.add("[" + index + "]");
                }
            }
        } else {
            node.fields().forEachRemaining(field -> {
                if (find(field.getValue())) {
                    steps.add(field.getKey());
                }
            });
        }
        if (!steps.isEmpty()) {
            vanishing.put(node, steps);
        }
        return !steps.isEmpty() && steps.size() == node.size();
    }

    private void moveSelectors(ObjectNode object) {
        for (JsonNode marking : object.path("granular_markings")) {
            if (marking.path("selectors") instanceof ArrayNode selectors) {
                List<String> moved = new ArrayList<>();
                selectors.forEach(selector -> move(selector.asText(), object, moved));
                selectors.removeAll();
                moved.forEach(selectors::add);
            }
        }
    }

    private void move(String selector, ObjectNode object, List<String> moved) {
        List<String> steps = new ArrayList<>();
        JsonNode node = object;
        for (String step : Selector.parse(selector).steps()) {
            Set<String> gone = vanishing.getOrDefault(node, Set.of());
            JsonNode next = Selector.isIndex(step) ? node.path(Selector.index(step)) : node.path(step);
            if (gone.contains(step) || next.isMissingNode()) {
                return;
            }
            steps.add(Selector.isIndex(step) ? shifted(Selector.index(step), gone) : step);
            node = next;
        }
        moved.add(String.join(".", steps));
    }

    private static String shifted(int index, Set<String> gone) {
        long before = gone.stream().filter(step -> Selector.index(step) < index).count();
        return "[" + (index - before) + "]";
    }

    private static void remove(JsonNode container, Set<String> steps) {
        if (container instanceof ArrayNode array) {
            steps.stream()
                    .map(Selector::index)
                    .sorted((one, other) -> Integer.compare(other, one))
                    .forEach(index -> array.remove(index.intValue()));
        } else if (container instanceof ObjectNode object) {
            object.remove(steps);
        }
    }

    /** Markings of nothing are none. */
    private static void dropEmptyMarkings(ObjectNode object) {
        if (object.path("granular_markings") instanceof ArrayNode markings) {
            markings.removeIf(marking -> marking.path("selectors").isEmpty());
            if (markings.isEmpty()) {
                object.remove("granular_markings");
            }
        }
    }
}
