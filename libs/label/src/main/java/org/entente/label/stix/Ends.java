package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The references without which an object says nothing: it is about what they refer to. */
final class Ends {

    private static final Map<String, List<String>> BY_TYPE = Map.of(
            "relationship",
            List.of("source_ref", "target_ref"),
            "sighting",
            List.of("sighting_of_ref"),
            StixObject.LANGUAGE_CONTENT,
            List.of("object_ref"));

    /** STIX 2.1, sections 5.1 and 5.2: a relationship or sighting is not about another one. */
    private static final Pattern NO_END = Pattern.compile("(?:relationship|sighting|language-content)--.*");

    private Ends() {}

    static List<String> fields(JsonNode object) {
        return BY_TYPE.getOrDefault(object.path("type").asText(), List.of());
    }

    /** The ids of the ends, which may lie outside the bundle.
     * @throws StixException where one is missing or cannot be an end
     */
    static List<String> of(StixObject object) {
        return fields(object.json()).stream().map(field -> end(object, field)).toList();
    }

    private static String end(StixObject object, String field) {
        String id = object.json().path(field).textValue();
        if (id == null) {
            throw new StixException(object.pointer() + "/" + field, "is required");
        }
        boolean translatesRelationship =
                object.type().equals(StixObject.LANGUAGE_CONTENT) && !id.startsWith(StixObject.LANGUAGE_CONTENT + "--");
        if (NO_END.matcher(id).matches() && !translatesRelationship) {
            throw new StixException(object.pointer() + "/" + field, "refers to what cannot be an end");
        }
        return id;
    }
}
