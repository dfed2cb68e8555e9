package org.entente.access.epoch;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as the database tells it, which is the same for all replicas. */
public final class StoreClock {
    private static final String MICROS = "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";

    private StoreClock() {}

    /** Now, to the microsecond that the database keeps; within the current Panache session. */
    public static Uni<Instant> now() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MICROS, Long.class).getSingleResult())
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
