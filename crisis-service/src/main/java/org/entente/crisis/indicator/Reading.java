package org.entente.crisis.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signal as expressions read it.
 *
 * @param value from 0, nothing, to 100
 * @param confidence how sure its source is, 0 to 100
 * @param severity absent for the gravest
 * @param halfLife after which half of it counts; absent for what does not fade
 * @param partner whom it is about; absent for nobody in particular, or ourselves
 * @param source who or what measured it
 * @param at when it was observed
 */
public record Reading(
        UUID id,
        String indicator,
        int value,
        int confidence,
        @Nullable Severity severity,
        @Nullable Duration halfLife,
        @Nullable String partner,
        String source,
        Instant at) {
    private static final double WHOLE = 100.0;

    /** The share of the value that counts, but for its age. */
    double trust() {
        return confidence / WHOLE * (severity == null ? 1 : severity.weight());
    }

    /** The share of the value that counts at an instant; nothing before it was observed. */
    public double weight(Instant now) {
        if (at.isAfter(now)) {
            return 0;
        }
        if (halfLife == null || halfLife.isZero()) {
            return trust();
        }
        double halves = Duration.between(at, now).toMillis() / (double) halfLife.toMillis();
        return trust() * Math.pow(0.5, halves);
    }

    /** What it amounts to at an instant, 0 to 100. */
    public double strength(Instant now) {
        return value * weight(now);
    }
}
