package org.entente.access.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.label.InformationCategories;

/**
 * A decision on record, as far as it used grants. The record names the grants that permit and the portions that may go; a
 * portion counts as a use of each of these grants that reaches it, so that none seems less used than it was.
 *
 * @param inputs as they were asked
 * @param result as it was answered
 */
record RecordedUse(Instant at, JsonNode inputs, JsonNode result) {
    private static final String GRANT = "grant ";
    private static final String DISCOVERY = "discover";

    /** The grants that the decision rests on; none for discovery, and none in an exercise. */
    Set<UUID> grants() {
        Set<UUID> grants = new HashSet<>();
        if (!inputs.at("/action/name").asText().equals(DISCOVERY)
                && !inputs.at("/context/exercise").asBoolean()) {
            result.at("/context/explanation/home/permitted")
                    .forEach(permitted -> permitted.path("clauses").forEach(clause -> {
                        if (clause.asText().startsWith(GRANT)) {
                            grants.add(UUID.fromString(clause.asText().substring(GRANT.length())));
                        }
                    }));
        }
        return grants;
    }

    /** What of each grant was used. */
    List<Used> used(Map<UUID, GrantTerms> terms, InformationCategories vocabulary) {
        List<Used> used = new ArrayList<>();
        List<Set<String>> shown = shown();
        for (UUID grant : grants()) {
            GrantTerms held = terms.get(grant);
            Set<String> categories = new HashSet<>();
            int tier = 0;
            for (Set<String> each : held == null ? List.<Set<String>>of() : shown) {
                int deep = each.stream().mapToInt(vocabulary::tier).max().orElse(InformationCategories.PROTECTED_TIER);
                if (held.categories().containsAll(each) && deep <= held.tier()) {
                    categories.addAll(each);
                    tier = Math.max(tier, deep);
                }
            }
            if (!categories.isEmpty()) {
                String purpose = inputs.at("/context/purpose").asText("");
                used.add(new Used(grant, at, inputs.at("/subject/id").asText(), purpose, categories, tier));
            }
        }
        return used;
    }

    /** The different sets of categories of what may go. */
    private List<Set<String>> shown() {
        Set<String> portions = new HashSet<>();
        JsonNode view = result.at("/context/view");
        view.path("portions").forEach(portion -> portions.add(portion.asText()));
        Map<JsonNode, Set<String>> different = new HashMap<>();
        JsonNode properties = inputs.at("/resource/properties");
        properties.path("portions").forEach(portion -> {
            if (portions.contains(portion.path("id").asText())) {
                different.computeIfAbsent(portion.path("label"), label -> categories(label, properties));
            }
        });
        properties.path("tearlines").forEach(tearline -> {
            if (view.path("tearline").isTextual() && tearline.path("id").equals(view.path("tearline"))) {
                different.computeIfAbsent(tearline.path("label"), label -> categories(label, properties));
            }
        });
        return List.copyOf(different.values());
    }

    private static Set<String> categories(JsonNode stated, JsonNode properties) {
        JsonNode label = stated.isTextual() ? properties.path("labels").path(stated.asText()) : stated;
        Set<String> categories = new HashSet<>();
        label.path("categories").forEach(category -> categories.add(category.asText()));
        return categories;
    }
}
