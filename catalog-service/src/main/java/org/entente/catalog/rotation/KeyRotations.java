package org.entente.catalog.rotation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.rotation.KeyRotation.State;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** The rotations, of which one runs at a time. */
@ApplicationScoped
class KeyRotations {
    private static final long LOCK = 0x6b657973L; // "keys"
    private static final String SELECT = """
            select r.*, (select count(*) from key_rotation_failure where rotation = r.id)::integer as failed
            from key_rotation r""";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    KeyRotations(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** A rotation that was asked for, and whether it has only now begun. */
    record Asked(KeyRotation rotation, boolean isNew) {}

    /** Begins a rotation; if one to the same target is running, that one. One to another target ends. */
    Uni<Asked> begin(String target, String actor) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(() -> running(transaction))
                .chain(running -> {
                    if (running.isPresent() && running.get().target().equals(target)) {
                        return Uni.createFrom().item(new Asked(running.get(), false));
                    }
                    Uni<Void> ended = running.isPresent()
                            ? end(transaction, running.get(), State.SUPERSEDED)
                            : Uni.createFrom().voidItem();
                    return ended.chain(() -> insert(transaction, target, actor)).map(begun -> new Asked(begun, true));
                }));
    }

    private Uni<KeyRotation> insert(SqlClient transaction, String target, String actor) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        KeyRotation rotation = new KeyRotation(UUID.randomUUID(), target, State.RUNNING, 0, 0, now, actor, null);
        return transaction
                .preparedQuery(
                        "insert into key_rotation (id, target, state, started, actor) values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(rotation.id(), target, State.RUNNING.wireName(), now.atOffset(ZoneOffset.UTC), actor))
                .chain(() -> outbox.append(
                        transaction, List.of(event(EventTypes.KEY_ROTATION_STARTED, rotation, actor, State.RUNNING))))
                .replaceWith(rotation);
    }

    Uni<Optional<KeyRotation>> running(SqlClient client) {
        return client.query(SELECT + " where state = 'running'").execute().map(KeyRotations::first);
    }

    Uni<Optional<KeyRotation>> find(UUID id) {
        return pool.preparedQuery(SELECT + " where id = $1")
                .execute(Tuple.of(id))
                .map(KeyRotations::first);
    }

    /** The newest, at most a hundred of them. */
    Uni<List<KeyRotation>> newest() {
        return pool.query(SELECT + " order by started desc limit 100").execute().map(KeyRotations::read);
    }

    Uni<List<KeyCensus.Held>> census() {
        return pool.query(HeldKeys.census()).execute().map(rows -> {
            List<KeyCensus.Held> held = new ArrayList<>();
            rows.forEach(row -> held.add(new KeyCensus.Held(row.getString("wrapped_with"), row.getLong("held"))));
            return held;
        });
    }

    Uni<Void> end(SqlClient transaction, KeyRotation rotation, State state) {
        return transaction
                .preparedQuery("update key_rotation set state = $2, finished = now() where id = $1")
                .execute(Tuple.of(rotation.id(), state.wireName()))
                .chain(() -> outbox.append(
                        transaction, List.of(event(EventTypes.KEY_ROTATION_ENDED, rotation, null, state))));
    }

    private Event event(String type, KeyRotation rotation, @Nullable String actor, State state) {
        ObjectNode data = json.createObjectNode()
                .put("target", rotation.target())
                .put("state", state.wireName())
                .put("rewrapped", rotation.rewrapped())
                .put("failed", rotation.failed());
        return Event.of(type, rotation.id().toString(), null, actor, data);
    }

    private static Optional<KeyRotation> first(RowSet<Row> rows) {
        return read(rows).stream().findFirst();
    }

    private static List<KeyRotation> read(RowSet<Row> rows) {
        List<KeyRotation> rotations = new ArrayList<>();
        rows.forEach(row -> {
            OffsetDateTime finished = row.getOffsetDateTime("finished");
            rotations.add(new KeyRotation(
                    row.getUUID("id"),
                    row.getString("target"),
                    State.of(row.getString("state")),
                    row.getInteger("rewrapped"),
                    row.getInteger("failed"),
                    row.getOffsetDateTime("started").toInstant(),
                    row.getString("actor"),
                    finished == null ? null : finished.toInstant()));
        });
        return rotations;
    }
}
