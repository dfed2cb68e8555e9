package org.entente.access.houserule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set of rules, as proposed and as kept: what no rule permits is denied.
 *
 * @param name by which versions of the set follow each other
 * @param resourceTypes that it governs, and nobody else does; never {@code asset}
 * @param subjects that searches find; they also supply properties that a request does not state
 * @param resources likewise
 * @param actions likewise
 * @param rules any of which permits
 */
public record HouseRules(
        String name,
        List<String> resourceTypes,
        List<Entity> subjects,
        List<Entity> resources,
        List<Action> actions,
        List<Rule> rules) {
    /** Governed by labels, agreements and grants, which no house rule may widen. */
    static final String ASSET = "asset";

    public HouseRules {
        resourceTypes = present(resourceTypes);
        subjects = present(subjects);
        resources = present(resources);
        actions = present(actions);
        rules = present(rules);
    }

    /** A subject or a resource (AuthZEN Authorization API 1.0 sections 5.1 and 5.2). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entity(String type, String id, @Nullable ObjectNode properties) {}

    /** An action (section 5.3). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(String name, @Nullable ObjectNode properties) {}

    /**
     * What permits.
     *
     * @param permit an expression in CEL over {@code subject}, {@code action}, {@code resource} and {@code context}
     */
    public record Rule(String name, String permit) {}

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }
}
