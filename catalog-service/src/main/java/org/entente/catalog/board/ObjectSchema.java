package org.entente.catalog.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.entente.http.Problem;

/**
 * The part of JSON Schema 2020-12 that schemas of objects need: what is of which form, required, bounded or one of a few. Any
 * other keyword is refused, so that no schema means more than is checked; patterns are left out, since they cost what they like.
 */
final class ObjectSchema {
    private static final int DEEPEST = 16;
    private static final Set<String> REMARKS = Set.of("$schema", "$id", "title", "description", "$comment");
    private static final Set<String> BOUNDS =
            Set.of("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum");
    private static final Set<String> TYPES = Set.of("object", "array", "string", "number", "integer", "boolean");

    private ObjectSchema() {}

    /** Makes sure that nothing is in the schema that would not be checked.
     * @throws Problem naming the keyword
     */
    static void requireKnown(JsonNode schema, String pointer) {
        requireKnown(schema, pointer, 0);
    }

    private static void requireKnown(JsonNode schema, String pointer, int depth) {
        if (!schema.isObject() || depth > DEEPEST) {
            throw Problem.badRequest(pointer, "must be a schema, nested " + DEEPEST + " deep at the most");
        }
        schema.fields().forEachRemaining(keyword -> {
            String place = pointer + "/" + keyword.getKey();
            if (keyword.getKey().equals("properties")) {
                keyword.getValue()
                        .fields()
                        .forEachRemaining(property ->
                                requireKnown(property.getValue(), place + "/" + property.getKey(), depth + 1));
            } else if (keyword.getKey().equals("items")) {
                requireKnown(keyword.getValue(), place, depth + 1);
            } else if (!isSound(keyword.getKey(), keyword.getValue())) {
                throw Problem.badRequest(place, "is not a keyword that is checked here, or not of its form");
            }
        });
    }

    private static boolean isSound(String keyword, JsonNode value) {
        return switch (keyword) {
            case "type" -> TYPES.contains(value.asText());
            case "const" -> true;
            case "enum" -> value.isArray() && !value.isEmpty();
            case "required" -> value.isArray() && all(value, JsonNode::isTextual);
            case "additionalProperties" -> value.isBoolean();
            default -> REMARKS.contains(keyword) ? value.isTextual() : BOUNDS.contains(keyword) && value.isNumber();
        };
    }

    /** Where a value is not as the schema wants it first; empty if it is valid. */
    static Optional<String> violation(JsonNode schema, JsonNode value) {
        return violation(schema, value, "");
    }

    private static Optional<String> violation(JsonNode schema, JsonNode value, String pointer) {
        if (!isOfType(schema.path("type").asText(), value) || !isChosen(schema, value) || !isBounded(schema, value)) {
            return Optional.of(pointer);
        }
        if (value.isArray() && schema.has("items")) {
            for (int index = 0; index < value.size(); index++) {
                Optional<String> within = violation(schema.path("items"), value.get(index), pointer + "/" + index);
                if (within.isPresent()) {
                    return within;
                }
            }
        }
        return value.isObject() ? ofProperties(schema, value, pointer) : Optional.empty();
    }

    private static Optional<String> ofProperties(JsonNode schema, JsonNode value, String pointer) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                return Optional.of(pointer + "/" + name.asText());
            }
        }
        JsonNode properties = schema.path("properties");
        boolean isClosed = schema.has("additionalProperties")
                && !schema.path("additionalProperties").booleanValue();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String place = pointer + "/" + field.getKey();
            Optional<String> within = properties.has(field.getKey())
                    ? violation(properties.get(field.getKey()), field.getValue(), place)
                    : isClosed ? Optional.of(place) : Optional.empty();
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static boolean isChosen(JsonNode schema, JsonNode value) {
        return (!schema.has("const") || schema.get("const").equals(value))
                && (!schema.has("enum") || !all(schema.get("enum"), choice -> !choice.equals(value)));
    }

    private static boolean isBounded(JsonNode schema, JsonNode value) {
        if (value.isTextual()) {
            return isWithin(
                    schema,
                    "minLength",
                    "maxLength",
                    value.textValue().codePointCount(0, value.textValue().length()));
        }
        if (value.isArray()) {
            return isWithin(schema, "minItems", "maxItems", value.size());
        }
        return !value.isNumber() || isWithin(schema, "minimum", "maximum", value.doubleValue());
    }

    private static boolean isWithin(JsonNode schema, String least, String most, double value) {
        return (!schema.has(least) || value >= schema.get(least).doubleValue())
                && (!schema.has(most) || value <= schema.get(most).doubleValue());
    }

    private static boolean all(JsonNode values, Predicate<JsonNode> holds) {
        return StreamSupport.stream(values.spliterator(), false).allMatch(holds);
    }
}
