package org.entente.access.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Instants as microseconds since 1970, so that comparing them touches no object. What is decided is decided for a whole
 * microsecond, the precision of the database; what begins or ends within one does so for the next.
 */
public final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final long NANOS = 1_000;

    /** Later and earlier than any instant that a request can state. */
    private static final long NEVER = Long.MAX_VALUE;

    private static final long ALWAYS = Long.MIN_VALUE;

    private Micros() {}

    /** The microsecond that the instant is in. */
    public static long of(Instant instant) {
        return instant.getEpochSecond() * PER_SECOND + instant.getNano() / NANOS;
    }

    /** Where a microsecond begins. */
    static Instant instant(long micros) {
        long second = Math.floorDiv(micros, PER_SECOND);
        return Instant.ofEpochSecond(second, (micros - second * PER_SECOND) * NANOS);
    }

    /** The first microsecond that is not before the bound; absent for none ever. */
    static long from(@Nullable Instant bound) {
        if (bound == null || bound.getEpochSecond() >= NEVER / PER_SECOND) {
            return NEVER;
        }
        if (bound.getEpochSecond() <= ALWAYS / PER_SECOND) {
            return ALWAYS;
        }
        return bound.getEpochSecond() * PER_SECOND + (bound.getNano() + NANOS - 1) / NANOS;
    }
}
