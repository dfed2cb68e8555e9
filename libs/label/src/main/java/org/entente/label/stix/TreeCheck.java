package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Refuses what nests too deeply, and {@code null}, which STIX has no use for and which marks what is kept apart here. */
final class TreeCheck {

    private final int limit;
    private final StringBuilder pointer = new StringBuilder();

    TreeCheck(int limit) {
        this.limit = limit;
    }

    void check(JsonNode root) {
        check(root, 1);
    }

    private void check(JsonNode node, int depth) {
        if (node.isNull()) {
            throw new StixException(pointer.toString(), "is null, which is no STIX value");
        }
        if (node.isContainerNode() && depth > limit) {
            throw new StixException(pointer.toString(), "nests deeper than " + limit + " levels");
        }
        int index = 0;
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            inside(Integer.toString(index++), element, depth);
        }
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            inside(field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue(), depth);
        }
    }

    private void inside(String segment, JsonNode node, int depth) {
        int length = pointer.length();
        pointer.append('/').append(segment);
        check(node, depth + 1);
        pointer.setLength(length);
    }
}
