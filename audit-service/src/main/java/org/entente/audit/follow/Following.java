package org.entente.audit.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Leads the followers along the log; whichever replica holds a follower's row leads that follower. */
@ApplicationScoped
class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final int BATCH = 1000;
    private static final long TIMER_MILLIS = 250;
    private static final long PAUSE_MILLIS = 2_000;

    // A replica that stalls with a follower's row is cut off, and another goes on; a batch takes far less.
    private static final String LOCK = "select position, set_config('idle_in_transaction_session_timeout', '60s', true)"
            + " from follower where name = $1 for update skip locked";
    // Nothing is erased between reading and writing: what is made of content would outlive it.
    private static final String NO_ERASURE = "select pg_advisory_xact_lock_shared(hashtext('entente.retention'))";
    // Entries become visible in the order of their indexes: all writers of the log wait for one another.
    private static final String READ = "select index, type, subject, partner, recorded, event from log_entry"
            + " where index >= $1 order by index limit $2";

    private final Pool pool;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final List<Follower> followers;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    Following(Pool pool, Vertx vertx, ObjectMapper json, Instance<Follower> followers) {
        this.pool = pool;
        this.vertx = vertx;
        this.json = json;
        this.followers = followers.stream().toList();
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(TIMER_MILLIS, ignored -> followers.forEach(this::lead));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void lead(Follower follower) {
        if (!stopped && busy.add(follower.name())) {
            goOn(follower);
        }
    }

    /** While there is much to do, half of the time is left to those who write the log. */
    private void goOn(Follower follower) {
        long start = System.nanoTime();
        pool.withTransaction(transaction -> step(transaction, follower))
                .subscribe()
                .with(
                        taken -> {
                            if (taken == BATCH && !stopped) {
                                long took = Math.max(
                                        1,
                                        Duration.ofNanos(System.nanoTime() - start)
                                                .toMillis());
                                vertx.setTimer(took, ignored -> goOn(follower));
                            } else {
                                busy.remove(follower.name());
                            }
                        },
                        fault -> {
                            vertx.setTimer(PAUSE_MILLIS, ignored -> busy.remove(follower.name()));
                            if (!stopped) {
                                LOG.warnf(fault, "%s has to wait, and tries again.", follower.name());
                            }
                        });
    }

    private Uni<Integer> step(SqlClient transaction, Follower follower) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(follower.name()))
                .chain(locked -> {
                    if (locked.size() == 0) {
                        return Uni.createFrom().item(0);
                    }
                    long position = locked.iterator().next().getLong("position");
                    return transaction
                            .query(NO_ERASURE)
                            .execute()
                            .chain(() -> transaction.preparedQuery(READ).execute(Tuple.of(position, BATCH)))
                            .map(this::entries)
                            .chain(entries -> entries.isEmpty()
                                    ? Uni.createFrom().item(0)
                                    : follower.take(transaction, entries)
                                            .chain(() -> advance(transaction, follower, entries))
                                            .replaceWith(entries.size()));
                });
    }

    private static Uni<Void> advance(SqlClient transaction, Follower follower, List<Logged> entries) {
        long next = entries.get(entries.size() - 1).index() + 1;
        return transaction
                .preparedQuery("update follower set position = $2 where name = $1")
                .execute(Tuple.of(follower.name(), next))
                .replaceWithVoid();
    }

    private List<Logged> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Logged(
                        row.getLong("index"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getString("partner"),
                        row.getOffsetDateTime("recorded").toInstant(),
                        event(row.getString("event"))))
                .toList();
    }

    private JsonNode event(@Nullable String text) {
        try {
            return text == null ? Logged.erased() : json.readTree(text);
        } catch (JsonProcessingException damaged) {
            // A full audit of the log tells of it; those who follow the log go on.
            return Logged.erased();
        }
    }
}
