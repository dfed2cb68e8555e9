package org.entente.audit.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Erases content that is due by a schedule or ordered, unless it is held or evidence in a case that is not over: batch by batch, each with its event in one transaction, so that the log
 * tells what was erased and by which ruling. The clock is the database's.
 */
@ApplicationScoped
class Eraser {

    private static final Logger LOG = Logger.getLogger(Eraser.class);
    private static final int BATCH = 1000;
    private static final String NOT_HELD = " and not exists (select 1 from legal_hold hold where hold.until > now()"
            + " and (hold.partner is null or hold.partner = entry.partner)"
            + " and (hold.subject is null or hold.subject = entry.subject)"
            + " and (hold.type is null or hold.type = entry.type)) and not is_evidence(entry.index)";
    private static final String DUE = "select schedule.ruling, entry.index from retention_schedule schedule"
            + " join log_entry entry on entry.type = schedule.type"
            + " where entry.event is not null and entry.recorded < now() - schedule.keep" + NOT_HELD
            + " order by schedule.ruling limit " + BATCH;
    private static final String ORDERED = "select ruling.id as ruling, entry.index from ruling"
            + " join log_entry entry on entry.subject = ruling.terms::json->>'subject'"
            + " where ruling.kind = 'order' and ruling.state = 'in-force' and entry.event is not null"
            + " and entry.recorded <= ruling.changed"
            + " and (ruling.terms::json->>'type' is null or ruling.terms::json->>'type' = entry.type)"
            + " and (ruling.terms::json->>'partner' is null or ruling.terms::json->>'partner' = entry.partner)"
            + NOT_HELD + " order by ruling.id limit " + BATCH;

    private final Pool pool;
    private final Vertx vertx;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final RetentionConfig config;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Eraser(Pool pool, Vertx vertx, Outbox outbox, ObjectMapper json, RetentionConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.outbox = outbox;
        this.json = json;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.every().toMillis(), ignored -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks now, unless it looks already. */
    void wake() {
        if (!stopped && running.compareAndSet(false, true)) {
            erase().eventually(() -> running.set(false))
                    .subscribe()
                    .with(
                            count -> LOG.debugf("%d entries were erased", count),
                            failure -> LOG.warnf("Content that is due was not erased: %s", failure.getMessage()));
        }
    }

    /** Until nothing is due; answers how many entries have no content any more. */
    Uni<Integer> erase() {
        return eraseAll(DUE).chain(due -> eraseAll(ORDERED).map(ordered -> due + ordered));
    }

    private Uni<Integer> eraseAll(String selection) {
        return pool.withTransaction(connection -> eraseBatch(connection, selection))
                .chain(erased -> erased == 0 || stopped
                        ? Uni.createFrom().item(erased)
                        : eraseAll(selection).map(more -> erased + more));
    }

    private Uni<Integer> eraseBatch(SqlClient connection, String selection) {
        return connection.preparedQuery(selection).execute().chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            // One event tells of one ruling.
            UUID ruling = rows.iterator().next().getUUID("ruling");
            Long[] indexes = StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> ruling.equals(row.getUUID("ruling")))
                    .map(row -> row.getLong("index"))
                    .toArray(Long[]::new);
            return connection
                    .preparedQuery("select erase_content as index from erase_content($1)")
                    .execute(Tuple.tuple().addArrayOfLong(indexes))
                    .chain(erased -> tell(connection, ruling, erased));
        });
    }

    private Uni<Integer> tell(SqlClient connection, UUID ruling, RowSet<Row> erased) {
        if (erased.size() == 0) {
            return Uni.createFrom().item(0);
        }
        ObjectNode data =
                json.createObjectNode().put("ruling", ruling.toString()).put("count", erased.size());
        erased.forEach(row -> data.withArray("/entries").add(row.getLong("index")));
        Event event = Event.of(EventTypes.CONTENT_ERASED, ruling.toString(), null, null, data);
        return outbox.append(connection, List.of(event)).replaceWith(erased.size());
    }
}
