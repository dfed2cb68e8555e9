package org.entente.catalog.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** The acts of the board come one after the other, each in a transaction with its record. */
@ApplicationScoped
class BoardActs {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('entente.catalog.board', 0))";

    private final Pool pool;

    BoardActs(Pool pool) {
        this.pool = pool;
    }

    <T> Uni<T> alone(Function<SqlClient, Uni<T>> act) {
        return pool.withTransaction(
                transaction -> transaction.query(LOCK).execute().chain(() -> act.apply(transaction)));
    }

    /** As precise as the database keeps it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
