package org.entente.access.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request says, as expressions read it: {@code subject}, {@code action}, {@code resource} and {@code context}.
 *
 * <p>The properties of an entity are its own: {@code subject.assurance} is the request's
 * {@code subject.properties.assurance} (which can be written too). {@code type}, {@code id} and {@code name} always mean
 * what identifies the entity. {@code context.instant} is the instant of the decision, as a timestamp. What is not stated,
 * or {@code null}, is not there.
 */
public final class Facts {
    public static final String SUBJECT = "subject";
    public static final String ACTION = "action";
    public static final String RESOURCE = "resource";
    public static final String CONTEXT = "context";

    private static final String PROPERTIES = "properties";
    private static final Map<String, List<String>> IDENTIFYING =
            Map.of(SUBJECT, List.of("type", "id"), ACTION, List.of("name"), RESOURCE, List.of("type", "id"));

    private final Map<String, Map<String, Object>> variables;
    private final boolean isReadable;

    private Facts(Map<String, Map<String, Object>> variables, boolean isReadable) {
        this.variables = variables;
        this.isReadable = isReadable;
    }

    /** What a request in the form of AuthZEN Authorization API 1.0 section 5 says, at an instant. */
    public static Facts of(JsonNode request, Instant instant) {
        Reading reading = new Reading();
        Map<String, Map<String, Object>> variables = new HashMap<>();
        IDENTIFYING.forEach((entity, names) -> variables.put(entity, entity(request.path(entity), names, reading)));
        Map<String, Object> context = reading.members(request.path(CONTEXT));
        context.put("instant", instant);
        variables.put(CONTEXT, context);
        return new Facts(variables, reading.isWithinLimits());
    }

    /** Properties as expressions read them; empty if they are more than expressions may read. */
    public static Map<String, Object> properties(JsonNode properties) {
        Reading reading = new Reading();
        Map<String, Object> members = reading.members(properties);
        return reading.isWithinLimits() ? members : Map.of();
    }

    /** Whether a value can be read by expressions, or is larger than their cost allows. */
    public static boolean isReadable(JsonNode value) {
        Reading reading = new Reading();
        reading.members(value);
        return reading.isWithinLimits();
    }

    /** The same but for some members of a variable. */
    public Facts with(String variable, Map<String, ?> members) {
        Map<String, Object> changed = new HashMap<>(variables.getOrDefault(variable, Map.of()));
        changed.putAll(members);
        return replaced(variable, changed);
    }

    /** The same but for a variable, which has these members only. */
    public Facts replacing(String variable, Map<String, Object> members) {
        return replaced(variable, members);
    }

    /** The same with properties that the request does not state; what it states stays. */
    public Facts supplied(String variable, Map<String, Object> properties) {
        if (properties.isEmpty()) {
            return this;
        }
        Map<String, Object> known = variables.getOrDefault(variable, Map.of());
        Map<String, Object> merged = new HashMap<>(properties);
        merged.putAll(known);
        Map<String, Object> own = new HashMap<>(properties);
        if (known.get(PROPERTIES) instanceof Map<?, ?> stated) {
            stated.forEach((name, value) -> own.put((String) name, value));
        }
        merged.put(PROPERTIES, own);
        return replaced(variable, merged);
    }

    /** Whether it is no more than the cost of expressions allows for. */
    public boolean isReadable() {
        return isReadable;
    }

    /** A text that a variable holds; empty if it holds none by that name. */
    public String text(String variable, String member) {
        return variables.getOrDefault(variable, Map.of()).get(member) instanceof String text ? text : "";
    }

    Map<String, ?> variables() {
        return variables;
    }

    private Facts replaced(String variable, Map<String, Object> value) {
        Map<String, Map<String, Object>> changed = new HashMap<>(variables);
        changed.put(variable, value);
        return new Facts(changed, isReadable);
    }

    private static Map<String, Object> entity(JsonNode stated, List<String> identifying, Reading reading) {
        Map<String, Object> properties = reading.members(stated.path(PROPERTIES));
        Map<String, Object> entity = new HashMap<>(properties);
        entity.put(PROPERTIES, properties);
        for (String name : identifying) {
            entity.remove(name);
            if (stated.path(name).isTextual()) {
                entity.put(name, reading.value(stated.path(name)));
            }
        }
        return entity;
    }
}
