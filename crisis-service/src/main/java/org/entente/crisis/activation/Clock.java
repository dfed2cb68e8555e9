package org.entente.crisis.activation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.events.Event;
import org.entente.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Writes down, once, that the clock has ended an activation, so that others hear of it. Every replica looks; the first
 * updates the row and writes the event in one transaction, and the others find nothing left to update. Nothing lasts
 * longer for it: the state follows from the time, which the database tells.
 */
@ApplicationScoped
class Clock {
    private static final Logger LOG = Logger.getLogger(Clock.class);
    private static final String END = """
        update activation
           set ended_at = coalesce(active_until, confirm_by), ended_by = $1, revision = revision + 1,
               end_reason = case when active_until is null then $2 else $3 end
         where ended_at is null and coalesce(active_until, confirm_by) <= now()
        returning id, plan, partner, ended_at, end_reason\
        """;

    private final Pool pool;
    private final Vertx vertx;
    private final Outbox outbox;
    private final Journal journal;
    private final Figures figures;
    private final Duties duties;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;

    Clock(Pool pool, Vertx vertx, Outbox outbox, Journal journal, Figures figures, Duties duties) {
        this.duties = duties;
        this.pool = pool;
        this.vertx = vertx;
        this.outbox = outbox;
        this.journal = journal;
        this.figures = figures;
    }

    void start(@Observes StartupEvent event, ActivationSettings settings) {
        vertx.setPeriodic(settings.noticeEvery().toMillis(), ignored -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void look() {
        if (!stopped && looking.compareAndSet(false, true)) {
            endOverdue()
                    .chain(() -> pool.withTransaction(duties::miss))
                    .chain(figures::count)
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(ignored -> {}, fault -> LOG.warnf("Ends are noticed late: %s", fault.getMessage()));
        }
    }

    /** Writes down every end that nobody has written down; how many. */
    Uni<Integer> endOverdue() {
        return pool.withTransaction(this::endOverdue);
    }

    private Uni<Integer> endOverdue(SqlConnection transaction) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(Ending.CLOCK, Ending.NOT_CONFIRMED, Ending.TIME_OVER))
                .map(this::events)
                .call(events -> outbox.append(transaction, events))
                .map(List::size);
    }

    private List<Event> events(RowSet<Row> ended) {
        List<Event> events = new ArrayList<>();
        for (Row row : ended) {
            Ending ending = new Ending(
                    row.getOffsetDateTime("ended_at").toInstant(), Ending.CLOCK, row.getString("end_reason"));
            events.add(journal.endedByClock(row.getUUID("id"), row.getUUID("plan"), row.getString("partner"), ending));
        }
        return events;
    }
}
