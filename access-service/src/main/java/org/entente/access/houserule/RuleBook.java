package org.entente.access.houserule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.access.expression.Expression;
import org.entente.access.expression.Facts;
import org.jspecify.annotations.Nullable;

/** House rules in force, compiled: what they permit, and the entities they know by type and identifier. */
public final class RuleBook {
    private final String clause;
    private final Set<String> resourceTypes;
    private final Map<String, SortedMap<String, Map<String, Object>>> subjects;
    private final Map<String, SortedMap<String, Map<String, Object>>> resources;
    private final SortedMap<String, Map<String, Object>> actions = new TreeMap<>();
    private final Map<String, Expression> rules = new LinkedHashMap<>();

    private RuleBook(HouseRules document, int version) {
        clause = "house rules " + document.name() + " v" + version;
        resourceTypes = document.resourceTypes().stream()
                .filter(type -> !type.equals(HouseRules.ASSET))
                .collect(Collectors.toUnmodifiableSet());
        subjects = byType(document.subjects());
        resources = byType(document.resources());
        document.actions().forEach(action -> actions.put(action.name(), properties(action.properties())));
        document.rules().forEach(rule -> rules.put(rule.name(), Expression.orNever(rule.permit())));
    }

    /** A version of a set; a rule of it that no longer compiles never permits. */
    public static RuleBook of(HouseRules document, int version) {
        return new RuleBook(document, version);
    }

    /** What it is called in an explanation. */
    public String clause() {
        return clause;
    }

    public Set<String> resourceTypes() {
        return resourceTypes;
    }

    /** The rules that permit, in their order; the facts are completed from the inventory first. */
    public List<String> permitting(Facts facts) {
        Facts complete = completed(facts);
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().outcome(complete).isMet())
                .map(rule -> clause + ", rule " + rule.getKey())
                .toList();
    }

    public boolean permits(Facts facts) {
        Facts complete = completed(facts);
        return rules.values().stream().anyMatch(rule -> rule.outcome(complete).isMet());
    }

    /** Subjects of a type by their identifiers, with their properties. */
    public SortedMap<String, Map<String, Object>> subjects(String type) {
        return subjects.getOrDefault(type, new TreeMap<>());
    }

    /** Resources of a type by their identifiers, with their properties. */
    public SortedMap<String, Map<String, Object>> resources(String type) {
        return resources.getOrDefault(type, new TreeMap<>());
    }

    /** Actions by their names, with their properties. */
    public SortedMap<String, Map<String, Object>> actions() {
        return actions;
    }

    /** What the request does not state, the inventory says. */
    private Facts completed(Facts facts) {
        return facts.supplied(Facts.SUBJECT, known(subjects, facts, Facts.SUBJECT))
                .supplied(Facts.RESOURCE, known(resources, facts, Facts.RESOURCE))
                .supplied(Facts.ACTION, actions.getOrDefault(facts.text(Facts.ACTION, "name"), Map.of()));
    }

    private static Map<String, Object> known(
            Map<String, SortedMap<String, Map<String, Object>>> entities, Facts facts, String variable) {
        return entities.getOrDefault(facts.text(variable, "type"), new TreeMap<>())
                .getOrDefault(facts.text(variable, "id"), Map.of());
    }

    private static Map<String, SortedMap<String, Map<String, Object>>> byType(List<HouseRules.Entity> entities) {
        Map<String, SortedMap<String, Map<String, Object>>> byType = new HashMap<>();
        for (HouseRules.Entity entity : entities) {
            byType.computeIfAbsent(entity.type(), type -> new TreeMap<>())
                    .put(entity.id(), properties(entity.properties()));
        }
        return byType;
    }

    private static Map<String, Object> properties(@Nullable ObjectNode properties) {
        return properties == null ? Map.of() : Facts.properties(properties);
    }
}
