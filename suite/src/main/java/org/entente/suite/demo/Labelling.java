package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The labels that the demo's originator states for a bundle by the types of its objects; what the bundle marks itself comes first. */
public final class Labelling {

    private final JsonNode stated;

    private Labelling(JsonNode stated) {
        this.stated = stated;
    }

    /** As in the resource {@code demo/labels.json}: a default, and rules that each name some types. */
    public static Labelling ofDemo() {
        try (InputStream resource = Labelling.class.getResourceAsStream("/demo/labels.json")) {
            return new Labelling(new ObjectMapper().readTree(resource));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The label of the asset's title, and of unmarked objects of a type that no rule names. */
    public JsonNode defaultLabel() {
        return stated.path("default");
    }

    /** One label for each type in the bundle that a rule names. */
    public ObjectNode labelsByType(JsonNode bundle) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        for (JsonNode object : bundle.path("objects")) {
            String type = object.path("type").asText();
            JsonNode label = labelOf(type);
            if (!label.isMissingNode()) {
                labels.set(type, label);
            }
        }
        return labels;
    }

    private JsonNode labelOf(String type) {
        for (JsonNode rule : stated.path("rules")) {
            for (JsonNode named : rule.path("types")) {
                if (named.asText().equals(type)) {
                    return rule.path("label");
                }
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }
}
