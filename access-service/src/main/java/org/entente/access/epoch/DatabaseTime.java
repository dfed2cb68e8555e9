package org.entente.access.epoch;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time that all replicas have in common. */
public final class DatabaseTime {
    private DatabaseTime() {}

    /** Now, by the clock of the database, in whole microseconds; within a session. */
    public static Uni<Instant> now() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select (extract(epoch from clock_timestamp()) * 1000000)::bigint", Long.class)
                        .getSingleResult())
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
