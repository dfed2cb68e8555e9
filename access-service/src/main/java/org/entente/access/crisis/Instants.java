package org.entente.access.crisis;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as native queries give them, which depends on the query. */
final class Instants {
    private Instants() {}

    static Instant of(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
