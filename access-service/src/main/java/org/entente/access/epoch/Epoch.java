package org.entente.access.epoch;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.entente.http.Problem;
import org.hibernate.StaleStateException;

/** The policy epoch: advanced in the transaction of every change, compared in the transaction of every record. */
@ApplicationScoped
public class Epoch {
    /** Others lose their locks long before; what is not done by then fails. */
    private static final Duration CHANGES_WITHIN = Duration.ofSeconds(10);

    private final Pool pool;
    private final Duration open;

    Epoch(Pool pool, AnswerSettings answers) {
        this.pool = pool;
        this.open = answers.within().plus(answers.travel());
    }

    /**
     * Makes a change in one transaction; of two who change the same at once, one gets a 412 problem. If the store does not
     * answer in time the outcome is unknown, and the problem is 503.
     */
    public static <T> Uni<T> change(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work)
                .ifNoItem()
                .after(CHANGES_WITHIN)
                .failWith(() -> Problem.unavailable("The change is not confirmed; read what it became."))
                .onFailure(fault -> fault instanceof OptimisticLockException || fault instanceof StaleStateException)
                .transform(fault -> Problem.preconditionFailed("Someone else changed it first; read it again."));
    }

    /** The present instant by the clock of the database, of which there is one, in the current Panache transaction. */
    public static Uni<Instant> now() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select clock_timestamp()", OffsetDateTime.class)
                        .getSingleResult())
                .map(OffsetDateTime::toInstant);
    }

    /** Ends the present epoch with the current Panache transaction, whose last step but the events it should be. */
    public Uni<Long> advance() {
        return Panache.getSession().chain(session -> session.flush()
                .chain(() -> session.createNativeQuery("select advance_policy_epoch()", Long.class)
                        .getSingleResult()));
    }

    /**
     * Completes when nothing decided before the present epoch can be answered any more. Decisions and disclosures are answered within a
     * bound of being recorded or not at all, so only what was recorded a moment ago has to be waited for.
     */
    public Uni<Void> settled() {
        return pool.query("""
            select (extract(epoch from clock_timestamp() - recorded_at) * 1000)::bigint as age
            from ((select recorded_at from decision where epoch < (select epoch from policy_epoch)
                   order by epoch desc, recorded_at desc limit 1)
                  union all
                  (select recorded_at from disclosure where epoch < (select epoch from policy_epoch)
                   order by epoch desc, recorded_at desc limit 1)) as newest
            order by recorded_at desc limit 1\
            """)
                .execute()
                .ifNoItem()
                .after(CHANGES_WITHIN)
                .failWith(() -> Problem.unavailable("The change is made; whether all know it is not confirmed."))
                .map(this::stillOpen)
                .chain(wait -> wait.isZero()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().voidItem().onItem().delayIt().by(wait));
    }

    private Duration stillOpen(RowSet<Row> rows) {
        for (Row row : rows) {
            // A clock that was put back must not make it longer than if the record had been made just now.
            long age = Math.max(0, row.getLong("age"));
            Duration rest = open.minusMillis(age);
            return rest.isNegative() ? Duration.ZERO : rest;
        }
        return Duration.ZERO;
    }
}
