package org.entente.label.stanag4774;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.entente.label.LabelException;

/** How the values of a category stand for a member of a label's JSON form, and back. */
enum Form {

    /** One string. */
    TEXT {
        @Override
        List<String> values(JsonNode member) {
            return List.of(member.textValue());
        }

        @Override
        JsonNode member(List<String> values) {
            return NODES.textNode(only(values));
        }
    },

    /** A list of strings; no value at all stands for the empty list. */
    TEXTS {
        @Override
        List<String> values(JsonNode member) {
            return each(member, JsonNode::textValue);
        }

        @Override
        JsonNode member(List<String> values) {
            return list(values, NODES::textNode);
        }
    },

    /** True is one fixed value; false is no category. */
    ORIGINATOR_CONTROL {
        @Override
        List<String> values(JsonNode member) {
            return List.of(ORIGINATOR_CONTROLLED);
        }

        @Override
        JsonNode member(List<String> values) {
            if (!only(values).equals(ORIGINATOR_CONTROLLED)) {
                throw new LabelException("", "is not " + ORIGINATOR_CONTROLLED);
            }
            return BooleanNode.TRUE;
        }
    },

    /** The regime, a space, the code; a space or percent sign of the regime is written as in a URI. */
    EXPORT_CONTROLS {
        @Override
        List<String> values(JsonNode member) {
            return each(
                    member,
                    control -> control.get("regime")
                                    .textValue()
                                    .replace("%", "%25")
                                    .replace(" ", "%20")
                            + " " + control.get("code").textValue());
        }

        @Override
        JsonNode member(List<String> values) {
            return list(values, Form::exportControl);
        }
    },

    /** Further labels, each as its JSON: whoever does not know the category must not read the first label alone. */
    LABELS {
        @Override
        List<String> values(JsonNode member) {
            return each(member, JsonNode::toString);
        }

        @Override
        JsonNode member(List<String> values) {
            return list(values, Form::json);
        }
    };

    private static final String ORIGINATOR_CONTROLLED = "ORIGINATOR CONTROLLED";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The values that say the same as the member, which is there. */
    abstract List<String> values(JsonNode member);

    /** The member that says the same as the values.
     * @throws LabelException where they are not of this form
     */
    abstract JsonNode member(List<String> values);

    private static String only(List<String> values) {
        if (values.size() != 1) {
            throw new LabelException("", "has not exactly one value");
        }
        return values.get(0);
    }

    private static List<String> each(JsonNode list, Function<JsonNode, String> value) {
        return StreamSupport.stream(list.spliterator(), false).map(value).toList();
    }

    private static ArrayNode list(List<String> values, Function<String, JsonNode> element) {
        ArrayNode list = NODES.arrayNode(values.size());
        values.forEach(value -> list.add(element.apply(value)));
        return list;
    }

    private static JsonNode exportControl(String value) {
        int space = value.indexOf(' ');
        String regime = space < 0 ? "" : value.substring(0, space);
        if (space < 0 || !regime.matches("(?:[^%]|%2[05])+")) {
            throw new LabelException("", "is not a regime, a space and a code");
        }
        return NODES.objectNode()
                .put("regime", regime.replace("%20", " ").replace("%25", "%"))
                .put("code", value.substring(space + 1));
    }

    private static JsonNode json(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException malformed) {
            throw new LabelException("", "is not a label in JSON");
        }
    }
}
