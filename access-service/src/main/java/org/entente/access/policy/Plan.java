package org.entente.access.policy;

import java.util.List;

/**
 * What a plan fixes beforehand.
 *
 * @param tier how deep, 0 to 4
 * @param ceiling the highest classification, a level of {@code ALLIANCE}
 * @param groups of {@code ALLIANCE}, to one of which a partner must belong at the time; empty for no such demand
 */
public record Plan(
        String id,
        int version,
        List<String> partners,
        List<String> purposes,
        List<String> categories,
        int tier,
        String ceiling,
        List<String> groups) {
    public Plan(
            String id,
            int version,
            List<String> partners,
            List<String> purposes,
            List<String> categories,
            int tier,
            String ceiling) {
        this(id, version, partners, purposes, categories, tier, ceiling, List.of());
    }

    public Plan {
        groups = groups == null ? List.of() : List.copyOf(groups);
        partners = List.copyOf(partners);
        purposes = List.copyOf(purposes);
        categories = List.copyOf(categories);
    }
}
