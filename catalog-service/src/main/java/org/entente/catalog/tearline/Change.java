package org.entente.catalog.tearline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a portion and what stands for it.
 *
 * @param at where, as a JSON pointer (RFC 6901); empty for the whole
 * @param before absent for what is new
 * @param after absent for what is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        String at, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** All differences, in the order of names and places; lists of different lengths differ as a whole. */
    static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(
                    at + "/" + name.replace("~", "~0").replace("/", "~1"),
                    before.path(name),
                    after.path(name),
                    changes));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int index = 0; index < before.size(); index++) {
                compare(at + "/" + index, before.get(index), after.get(index), changes);
            }
        } else {
            changes.add(new Change(at, present(before), present(after)));
        }
    }

    private static @Nullable JsonNode present(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }
}
