package org.entente.access.policy;

import java.time.Instant;

/**
 * A plan that all parties have agreed on, in force for a time.
 *
 * @param from first instant
 * @param until first instant no more: as activated, or as ended
 */
public record Activation(String id, Plan plan, Instant from, Instant until) {
    /** Whether the plan's ceiling, fixed beforehand, takes in all of this at that instant. */
    public boolean reaches(Reach reach, Instant instant) {
        return !instant.isBefore(from)
                && instant.isBefore(until)
                && plan.categories().containsAll(reach.meaning().label().categories())
                && reach.meaning().classification() <= Ceiling.of(plan.ceiling())
                && reach.meaning().tier() <= plan.tier()
                && (reach.purpose() == null || plan.purposes().contains(reach.purpose()));
    }
}
