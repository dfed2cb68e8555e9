package org.entente.crisis.activation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * How an activation ended.
 *
 * @param at when, UTC
 * @param by {@link #CLOCK}, {@link #CRITERION} or the person
 * @param reason as stated, or what the clock says
 */
@RegisterForReflection
record Ending(Instant at, String by, String reason) {
    static final String CLOCK = "clock";
    static final String CRITERION = "criterion";
    static final String TIME_OVER = "its time was over";
    static final String NOT_CONFIRMED = "it was not confirmed in time";

    /** The end that needs nobody. */
    static Ending byClock(Instant at, boolean wasActive) {
        return new Ending(at, CLOCK, wasActive ? TIME_OVER : NOT_CONFIRMED);
    }
}
