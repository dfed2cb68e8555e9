package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses what nests too deeply, {@code null}, which STIX has no use for and which marks what is kept apart here, and ids
 * in two spellings.
 */
final class TreeCheck {

    /** Of a type and an id together, at least. */
    private static final int SHORTEST_ID = 40;

    private final int limit;
    private final Map<String, String> ids;
    private final StringBuilder pointer = new StringBuilder();

    /**
     * @param limit levels of nesting
     * @param ids of the bundle's objects, by their spelling in lower case
     */
    TreeCheck(int limit, Map<String, String> ids) {
        this.limit = limit;
        this.ids = ids;
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
        if (node.isTextual() && spellsOtherwise(node.textValue())) {
            throw new StixException(pointer.toString(), "spells the id of an object in another way");
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

    /** UUIDs are the same in upper and lower case; one spelling each, so that no reference goes unrecognised. */
    private boolean spellsOtherwise(String text) {
        return text.length() >= SHORTEST_ID
                && text.length() <= BundleReader.LONGEST_ID
                && !text.equals(ids.getOrDefault(text.toLowerCase(Locale.ROOT), text));
    }

    private void inside(String segment, JsonNode node, int depth) {
        int length = pointer.length();
        pointer.append('/').append(segment);
        check(node, depth + 1);
        pointer.setLength(length);
    }
}
