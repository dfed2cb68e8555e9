package org.entente.crisis.indicator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A signal that counted, and how much.
 *
 * @param weight the share of its value that counted, 0 to 1
 * @param strength what it amounted to, 0 to 100
 */
@RegisterForReflection
public record Weighed(
        UUID signal, String indicator, String source, int value, Instant at, double weight, double strength) {
    private static final double FINE = 1000.0;

    static Weighed of(Reading reading, double weight) {
        return new Weighed(
                reading.id(),
                reading.indicator(),
                reading.source(),
                reading.value(),
                reading.at(),
                Math.round(weight * FINE) / FINE,
                Math.round(reading.value() * weight * FINE) / FINE);
    }
}
