package org.entente.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;

/**
 * A crisis plan that all its parties have consented to: the ceiling that no activation of it can pass.
 *
 * @param plan identifier of the plan
 * @param version the consented version
 * @param name for people
 * @param partners who may see more
 * @param purposes for what
 * @param categories of what
 * @param tier how deep, 0 to 4
 * @param ceiling the highest classification, a level of {@code ALLIANCE}
 * @param maxDuration how long one activation may last, extensions included
 * @param groups of {@code ALLIANCE}, to one of which a partner must belong at the time; absent or empty for no such demand
 */
public record PlanAgreed(
        String plan,
        int version,
        String name,
        List<String> partners,
        List<String> purposes,
        List<String> categories,
        int tier,
        String ceiling,
        Duration maxDuration,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> groups) {

    public PlanAgreed {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    public PlanAgreed(
            String plan,
            int version,
            String name,
            List<String> partners,
            List<String> purposes,
            List<String> categories,
            int tier,
            String ceiling,
            Duration maxDuration) {
        this(plan, version, name, partners, purposes, categories, tier, ceiling, maxDuration, List.of());
    }
}
