package org.entente.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read without leniency, whatever the mapper is set to: no unknown field, no conversion between types,
 * {@code null} is absent.
 */
final class StrictObject {

    private static final int LONGEST_TEXT = 128;
    private static final int LONGEST_LIST = 2_000;

    private final JsonNode json;

    private StrictObject(JsonNode json) {
        this.json = json;
    }

    static StrictObject of(JsonNode json, String... fields) {
        if (!json.isObject()) {
            throw new LabelException("", "is not an object");
        }
        Set<String> known = Set.copyOf(Arrays.asList(fields));
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new LabelException("/" + name.replace("~", "~0").replace("/", "~1"), "is not a known field");
            }
        });
        return new StrictObject(json);
    }

    String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new LabelException("/" + field, "is required");
        }
        return text;
    }

    @Nullable String text(String field) {
        return read(field, StrictObject::text);
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(read(field, StrictObject::flag));
    }

    @Nullable List<String> texts(String field) {
        return list(field, StrictObject::text);
    }

    <T> List<T> requiredList(String field, Function<JsonNode, T> element) {
        List<T> list = list(field, element);
        if (list == null) {
            throw new LabelException("/" + field, "is required");
        }
        return list;
    }

    <T> @Nullable List<T> list(String field, Function<JsonNode, T> element) {
        return read(field, node -> elements(node, element));
    }

    /** The field as the function reads it, its faults placed at the field; absent if absent. */
    <T> @Nullable T read(String field, Function<JsonNode, T> reader) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            return reader.apply(node);
        } catch (LabelException fault) {
            throw fault.under("/" + field);
        }
    }

    private static <T> List<T> elements(JsonNode node, Function<JsonNode, T> element) {
        if (!node.isArray()) {
            throw new LabelException("", "is not a list");
        }
        if (node.size() > LONGEST_LIST) {
            throw new LabelException("", "has more than " + LONGEST_LIST + " entries");
        }
        List<T> list = new ArrayList<>(node.size());
        for (int index = 0; index < node.size(); index++) {
            try {
                list.add(element.apply(node.get(index)));
            } catch (LabelException fault) {
                throw fault.under("/" + index);
            }
        }
        return list;
    }

    static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new LabelException("", "is not a string");
        }
        if (node.textValue().length() > LONGEST_TEXT) {
            throw new LabelException("", "is longer than " + LONGEST_TEXT + " characters");
        }
        if (node.textValue().codePoints().anyMatch(StrictObject::isUnwritable)) {
            throw new LabelException("", "has a control character or half a surrogate pair");
        }
        return node.textValue();
    }

    /** No name has such a character, and neither PostgreSQL nor UTF-8 takes all of them. */
    private static boolean isUnwritable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    private static boolean flag(JsonNode node) {
        if (!node.isBoolean()) {
            throw new LabelException("", "is not a boolean");
        }
        return node.booleanValue();
    }
}
