package org.entente.audit.cosigning;

import java.time.Duration;
import java.time.Instant;

/**
 * Spares a witness that fails, and us: after three failures in a row it is left alone, each time twice as long.
 *
 * @param failures in a row
 * @param closedUntil not asked before
 */
record Breaker(int failures, Instant closedUntil) {

    static final Breaker FRESH = new Breaker(0, Instant.EPOCH);

    private static final int PATIENCE = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    boolean allows(Instant now) {
        return !now.isBefore(closedUntil);
    }

    Breaker failed(Instant now) {
        int inARow = failures + 1;
        if (inARow < PATIENCE) {
            return new Breaker(inARow, now);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, inARow - PATIENCE));
        return new Breaker(inARow, now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }
}
