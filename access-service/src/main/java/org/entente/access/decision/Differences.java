package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/** Where two JSON documents differ. */
final class Differences {
    private Differences() {}

    /** The JSON pointers (RFC 6901) of the smallest values that differ; lists of unequal length differ as a whole. */
    static List<String> between(JsonNode one, JsonNode other) {
        List<String> pointers = new ArrayList<>();
        compare("", one, other, pointers);
        return pointers;
    }

    private static void compare(String pointer, JsonNode one, JsonNode other, List<String> pointers) {
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    one.path(name),
                    other.path(name),
                    pointers));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            Iterator<JsonNode> items = other.iterator();
            int index = 0;
            for (JsonNode item : one) {
                compare(
                        pointer + "/" + index++,
                        item,
                        items.hasNext() ? items.next() : MissingNode.getInstance(),
                        pointers);
            }
        } else if (!one.equals(other)) {
            pointers.add(pointer);
        }
    }
}
