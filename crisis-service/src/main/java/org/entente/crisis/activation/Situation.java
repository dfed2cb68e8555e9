package org.entente.crisis.activation;

import java.time.Duration;
import java.time.Instant;
import org.entente.crisis.plan.Activators;
import org.entente.crisis.plan.PlanState;

/**
 * What is true of a plan at the moment someone wants to activate it.
 *
 * @param now that moment, told by the database
 * @param longest how long an activation may last at most, by the plan's maximum and by what its allowance leaves
 * @param isCriterionMet whether the signals call for it
 * @param isActive whether it is in force already
 * @param isReviewOverdue whether what was learnt of an earlier activation has not been looked at in time
 * @param activators who may activate, and how many it takes
 */
record Situation(
        Instant now,
        PlanState plan,
        Duration longest,
        boolean isCriterionMet,
        boolean isActive,
        boolean isReviewOverdue,
        Activators activators) {

    /** As usual. */
    Situation(Instant now, PlanState plan, Duration longest, boolean isCriterionMet, boolean isActive) {
        this(now, plan, longest, isCriterionMet, isActive, false, new Activators(null, null, null));
    }

    /** How many persons it takes; at least two while a review is overdue. */
    int needed(boolean isCalledFor) {
        int needed = activators.needed(isCalledFor);
        return isReviewOverdue ? Math.max(2, needed) : needed;
    }
}
