package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An object of a bundle, known to have a type and an id. */
record StixObject(int index, ObjectNode json) {

    static final String MARKING_DEFINITION = "marking-definition";
    static final String LANGUAGE_CONTENT = "language-content";

    String id() {
        return json.get("id").textValue();
    }

    String type() {
        return json.get("type").textValue();
    }

    @Nullable String modified() {
        return json.path("modified").textValue();
    }

    String pointer() {
        return "/objects/" + index;
    }

    /** The elements of a list that the object may lack.
     * @throws StixException if there is something else
     */
    Iterable<JsonNode> list(String field) {
        JsonNode list = json.path(field);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new StixException(pointer() + "/" + field, "is not a list");
        }
        return list;
    }
}
