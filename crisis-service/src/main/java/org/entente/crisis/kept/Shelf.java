package org.entente.crisis.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Documents of one kind: read, changed by one at a time, and found when they are due. */
public final class Shelf<T extends Filed> {
    private static final int BATCH = 50;

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Class<T> type;
    private final String columns;
    private final String table;

    Shelf(Pool pool, Outbox outbox, ObjectMapper json, String table, Class<T> type) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.type = type;
        this.table = table;
        this.columns = "select id, version, document, clock_timestamp() as now from " + table;
    }

    /** Fails with a 404 problem for one that is not there. */
    public Uni<Kept<T>> find(UUID id) {
        return find(pool, id);
    }

    private Uni<Kept<T>> find(SqlClient client, UUID id) {
        return client.preparedQuery(columns + " where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> read(rows).stream().findFirst().orElseThrow(Problem::notFound));
    }

    /** Those that a condition (SQL, with parameters from $1) holds of, in its order. */
    public Uni<List<Kept<T>>> where(String condition, Tuple parameters) {
        return pool.preparedQuery(columns + " where " + condition)
                .execute(parameters)
                .map(this::read);
    }

    /** A new one, with what there is to tell. */
    public Uni<Void> add(SqlClient transaction, UUID id, Turn<T> made) {
        return transaction
                .preparedQuery(
                        "insert into " + table + " (id, version, state, due_at, document) values ($1, 1, $2, $3, $4)")
                .execute(Tuple.of(
                        id,
                        made.next().filedAs(),
                        time(made.next().filedUntil()),
                        CanonicalJson.text(json, made.next())))
                .chain(() -> finish(transaction, made));
    }

    /**
     * A change in one transaction. Who comes second gets a 412 problem with the present state as its member
     * {@code current}, whether or not a tag was sent.
     *
     * @param expected the entity tag that the change builds on, as of {@code If-Match}; absent for any
     * @param move what it makes of the document, or a problem
     * @param view what is shown of it
     */
    public Uni<Kept<T>> change(
            UUID id, @Nullable String expected, Function<Kept<T>, Turn<T>> move, Function<Kept<T>, Object> view) {
        return pool.withTransaction(transaction -> find(transaction, id)
                        .invoke(kept -> EntityTag.require(kept.version(), expected))
                        .chain(kept -> write(transaction, kept, move.apply(kept))))
                .onFailure(fault -> fault instanceof Problem problem && problem.status() == 412)
                .recoverWithUni(fault -> find(id).map(present -> {
                    throw ((Problem) fault).with("current", json.valueToTree(view.apply(present)));
                }));
    }

    /** A change in a transaction that is under way, with the row locked; nothing where there is no such document. */
    public Uni<Void> changeWithin(SqlClient transaction, UUID id, Function<Kept<T>, Turn<T>> move) {
        return transaction
                .preparedQuery(columns + " where id = $1 for update")
                .execute(Tuple.of(id))
                .map(this::read)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : write(transaction, found.get(0), move.apply(found.get(0)))
                                .replaceWithVoid());
    }

    /**
     * Takes up to fifty that are due, by the database's time, each locked; what another replica has locked is passed over,
     * and what has been changed is not due any more. So each is dealt with once, whoever dies.
     *
     * @return whether there may be more
     */
    public Uni<Boolean> tick(Function<Kept<T>, Turn<T>> move) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(
                        columns + " where due_at <= clock_timestamp() order by due_at limit $1 for update skip locked")
                .execute(Tuple.of(BATCH))
                .map(this::read)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(kept -> write(transaction, kept, move.apply(kept)))
                        .collect()
                        .asList()
                        .map(done -> done.size() == BATCH)));
    }

    private Uni<Kept<T>> write(SqlClient transaction, Kept<T> kept, Turn<T> turn) {
        return transaction
                .preparedQuery("update " + table + " set version = version + 1, state = $3, due_at = $4, document = $5"
                        + " where id = $1 and version = $2")
                .execute(Tuple.of(
                        kept.id(),
                        kept.version(),
                        turn.next().filedAs(),
                        time(turn.next().filedUntil()),
                        CanonicalJson.text(json, turn.next())))
                .invoke(updated -> {
                    if (updated.rowCount() == 0) {
                        throw Problem.preconditionFailed("Someone else changed it first; this is what it has become.");
                    }
                })
                .chain(() -> finish(transaction, turn))
                .replaceWith(() -> kept.changed(turn.next()));
    }

    private Uni<Void> finish(SqlClient transaction, Turn<T> turn) {
        return turn.also().apply(transaction).chain(() -> outbox.append(transaction, turn.events()));
    }

    private List<Kept<T>> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Kept<>(
                        row.getUUID("id"),
                        row.getLong("version"),
                        document(row.getString("document")),
                        row.getOffsetDateTime("now").toInstant()))
                .toList();
    }

    private T document(String text) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("A stored document is not a " + type.getSimpleName() + ".", exception);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
