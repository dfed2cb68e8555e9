package org.entente.crisis.time;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Time as the database tells it: no replica's own clock decides when something begins or ends. */
@ApplicationScoped
public class DatabaseTime {

    /**
     * The present instant, UTC, in microseconds. Read inside the current transaction but not frozen at its start, so
     * that what waited for a lock is dated after what it waited for.
     */
    public Uni<Instant> now() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult());
    }
}
