package org.entente.events;

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
 * @param maxDuration how long one activation may last
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
        Duration maxDuration) {}
