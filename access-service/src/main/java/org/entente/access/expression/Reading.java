package org.entente.access.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns JSON into the values of CEL, and counts: the sizes that {@link Cost} reckons with are limits here. */
final class Reading {
    static final int MOST_VALUES = 1000;
    static final int MOST_CHARACTERS = 16_384;
    static final int MOST_ELEMENTS = 100;
    static final int LONGEST_TEXT = 1024;

    private static final int DEEPEST = 16;
    /** An asset's parts are decided one by one; an expression is told the label of the one in question. */
    private static final Set<String> NOT_READ = Set.of("portions", "tearlines", "labels");

    private int values;
    private int characters;
    private int depth;
    private boolean isWithinLimits = true;

    boolean isWithinLimits() {
        return isWithinLimits && values <= MOST_VALUES && characters <= MOST_CHARACTERS;
    }

    /** The members of an object that are not null; of anything else, none. */
    Map<String, Object> members(JsonNode object) {
        Map<String, Object> members = new HashMap<>();
        object.fields().forEachRemaining(member -> {
            if (isWithinLimits() && !member.getValue().isNull() && !NOT_READ.contains(member.getKey())) {
                characters += member.getKey().length();
                members.put(member.getKey(), value(member.getValue()));
            }
        });
        check(members.size() <= MOST_ELEMENTS);
        return members;
    }

    Object value(JsonNode json) {
        values++;
        return switch (json.getNodeType()) {
            case OBJECT, ARRAY -> nested(json);
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> number(json);
            case STRING, BINARY, MISSING, NULL, POJO -> text(json.asText());
        };
    }

    private static Object number(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToLong() ? (Object) json.longValue() : json.doubleValue();
    }

    private String text(String text) {
        characters += text.length();
        check(text.length() <= LONGEST_TEXT);
        return text;
    }

    private Object nested(JsonNode json) {
        depth++;
        check(depth <= DEEPEST);
        Object value = !isWithinLimits() ? List.of() : json.isArray() ? elements(json) : members(json);
        depth--;
        return value;
    }

    private List<Object> elements(JsonNode array) {
        check(array.size() <= MOST_ELEMENTS);
        List<Object> elements = new ArrayList<>();
        for (JsonNode element : array) {
            if (isWithinLimits() && !element.isNull()) {
                elements.add(value(element));
            }
        }
        return elements;
    }

    private void check(boolean holds) {
        isWithinLimits &= holds;
    }
}
