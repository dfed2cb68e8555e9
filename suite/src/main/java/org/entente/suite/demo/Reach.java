package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * How far a partner's reader may see into an asset, worked out from its labels alone, to be held against what the services answer.
 *
 * @param nation of the reader
 * @param categories covered
 * @param tier the deepest tier reached, 0 to 4
 * @param ceiling the highest classification, a level of {@code ALLIANCE}
 */
public record Reach(String nation, Set<String> categories, int tier, String ceiling) {

    private static final List<String> LEVELS =
            List.of("UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP-SECRET");
    private static final Map<String, Integer> TIERS =
            Map.of("public", 0, "situational-awareness", 1, "shared-analysis", 2, "sensitive", 3);
    private static final int TIER_OF_ADDED_CATEGORIES = 3;
    private static final List<String> BARRIERS = List.of("compartments", "proprietaryOwners", "exportControls");

    /** Whether this alone lets the reader see a portion with the label, and with all further labels that it carries. */
    public boolean covers(JsonNode label) {
        return coversPart(label)
                && StreamSupport.stream(label.path("also").spliterator(), false).allMatch(this::coversPart);
    }

    private boolean coversPart(JsonNode label) {
        return isShown(label) && isCategoryCovered(label) && isBelowCeiling(label) && !isBarred(label);
    }

    private boolean isShown(JsonNode label) {
        Set<String> shownTo = strings(label.path("displayableTo"));
        shownTo.addAll(strings(label.path("releasableTo")));
        return shownTo.contains(nation) || shownTo.contains("*");
    }

    private boolean isCategoryCovered(JsonNode label) {
        Set<String> needed = strings(label.path("categories"));
        return !needed.isEmpty()
                && categories.containsAll(needed)
                && needed.stream().allMatch(c -> TIERS.getOrDefault(c, TIER_OF_ADDED_CATEGORIES) <= tier);
    }

    private boolean isBelowCeiling(JsonNode label) {
        int level = LEVELS.indexOf(label.path("classification").asText());
        return label.path("policy").asText().equals("ALLIANCE") && level >= 0 && level <= LEVELS.indexOf(ceiling);
    }

    private static boolean isBarred(JsonNode label) {
        return label.path("originatorControlled").asBoolean()
                || BARRIERS.stream().anyMatch(barrier -> !label.path(barrier).isEmpty());
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new HashSet<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }
}
