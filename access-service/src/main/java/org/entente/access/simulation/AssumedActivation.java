package org.entente.access.simulation;

import java.time.Duration;
import java.time.Instant;
import org.entente.access.policy.Activation;
import org.entente.access.policy.Plan;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When the draft plan is assumed to be in force.
 *
 * @param from first instant
 * @param until first instant no more
 */
record AssumedActivation(@Nullable Instant from, @Nullable Instant until) {
    private static final String ASSUMED = "assumed";

    /** Not longer than the plan allows; otherwise a 422 problem. */
    Activation of(Plan plan, @Nullable Duration longest) {
        Instant start = Vocabulary.present(from, "/from");
        Instant end = Vocabulary.present(until, "/until");
        if (!end.isAfter(start)) {
            throw Problem.badRequest("/until", "is not after from");
        }
        if (longest != null && Duration.between(start, end).compareTo(longest) > 0) {
            throw Problem.unprocessable("/until", "is later than the plan's maxDuration allows");
        }
        return new Activation(ASSUMED, plan, start, end);
    }

    /** An activation for as long as anything is simulated. */
    static Activation always(Plan plan) {
        return new Activation(ASSUMED, plan, Instant.MIN, Instant.MAX);
    }
}
