package org.entente.audit.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Rulings, stored together with what they mean for the eraser and with the event that tells of them. */
@ApplicationScoped
class Rulings {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('entente.retention'))";
    private static final String COLUMNS = "id, kind, state, version, terms, mover, part, created, changed";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Rulings(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** Who did it, for the event. */
    record Actor(Person person, String name) {}

    /** Stores a proposal, or finds that this one was stored before. */
    Uni<Ruling> propose(UUID id, Kind kind, Terms terms, Actor actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "insert into ruling (id, kind, state, terms, mover, part) values ($1, $2, 'proposed', $3, $4, $5)"
                                + " on conflict do nothing")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(kind.wireName())
                        .addString(text(terms))
                        .addString(actor.person().sub())
                        .addString(actor.person().partsText()))
                .chain(inserted -> find(connection, id)
                        .map(Optional::orElseThrow)
                        .call(ruling -> inserted.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : takeEffect(connection, ruling)
                                        .chain(() -> tell(connection, ruling, "propose", actor)))));
    }

    Uni<Optional<Ruling>> find(UUID id) {
        return find(pool, id);
    }

    /** A page of rulings of a kind, newest first, those before the cursor. */
    Uni<List<Ruling>> list(SqlClient database, @Nullable Kind kind, @Nullable UUID before, int limit) {
        return database.preparedQuery("select " + COLUMNS + " from ruling where ($1::text is null or kind = $1)"
                        + " and ($2::uuid is null or (created, id) < (select created, id from ruling where id = $2))"
                        + " order by created desc, id desc limit $3")
                .execute(Tuple.of(kind == null ? null : kind.wireName(), before, limit))
                .map(this::rulings);
    }

    /** Moves it, if nobody else has moved it since it was read; empty if somebody has. */
    Uni<Optional<Ruling>> move(Ruling read, State next, Move move, Actor actor) {
        boolean opensAnew = move == Move.END && next == State.ENDING;
        Person mover = opensAnew ? actor.person() : read.mover();
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "update ruling set state = $3, version = version + 1, mover = $4, part = $5, changed = now()"
                                + " where id = $1 and version = $2 returning " + COLUMNS)
                .execute(Tuple.tuple()
                        .addUUID(read.id())
                        .addInteger(read.version())
                        .addString(next.wireName())
                        .addString(mover.sub())
                        .addString(mover.partsText()))
                .map(rows -> rulings(rows).stream().findFirst())
                .call(moved -> moved.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : takeEffect(connection, moved.get())
                                .chain(() -> tell(
                                        connection, moved.get(), move.name().toLowerCase(Locale.ROOT), actor))));
    }

    private static Uni<Void> takeEffect(SqlClient connection, Ruling ruling) {
        Uni<?> effect =
                switch (ruling.kind()) {
                    case HOLD -> hold(connection, ruling);
                    case SCHEDULE -> schedule(connection, ruling);
                    case ORDER -> Uni.createFrom().voidItem();
                };
        return connection.preparedQuery(LOCK).execute().chain(() -> effect).replaceWithVoid();
    }

    /** A hold that one person asked for holds for a week; that is how long another one has to agree. */
    private static Uni<?> hold(SqlClient connection, Ruling ruling) {
        Terms terms = ruling.terms();
        return switch (ruling.state()) {
            case PROPOSED ->
                connection
                        .preparedQuery("insert into legal_hold (ruling, partner, subject, type, until)"
                                + " values ($1, $2, $3, $4, now() + interval '7 days')")
                        .execute(Tuple.of(ruling.id(), terms.partner(), terms.subject(), terms.type()));
            case IN_FORCE ->
                connection
                        .preparedQuery("update legal_hold set until = 'infinity' where ruling = $1")
                        .execute(Tuple.of(ruling.id()));
            case ENDING -> Uni.createFrom().voidItem();
            case ENDED, REFUSED ->
                connection
                        .preparedQuery("delete from legal_hold where ruling = $1")
                        .execute(Tuple.of(ruling.id()));
        };
    }

    /** One schedule for each type: the newest that was approved; the one before it has ended. */
    private static Uni<?> schedule(SqlClient connection, Ruling ruling) {
        return switch (ruling.state()) {
            case IN_FORCE ->
                connection
                        .preparedQuery("update ruling set state = 'ended', version = version + 1, changed = now()"
                                + " where id = (select ruling from retention_schedule where type = $1)")
                        .execute(Tuple.of(ruling.terms().type()))
                        .chain(() -> connection
                                .preparedQuery(
                                        "insert into retention_schedule (type, ruling, keep)"
                                                + " values ($1, $2, $3::text::interval)"
                                                + " on conflict (type) do update set ruling = excluded.ruling, keep = excluded.keep")
                                .execute(Tuple.of(
                                        ruling.terms().type(),
                                        ruling.id(),
                                        ruling.terms().keep())));
            case ENDED ->
                connection
                        .preparedQuery("delete from retention_schedule where ruling = $1")
                        .execute(Tuple.of(ruling.id()));
            case PROPOSED, ENDING, REFUSED -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> tell(SqlClient connection, Ruling ruling, String move, Actor actor) {
        return outbox.append(
                connection,
                List.of(Event.of(
                        EventTypes.RETENTION_CHANGED,
                        ruling.id().toString(),
                        null,
                        actor.name(),
                        json.createObjectNode()
                                .put("kind", ruling.kind().wireName())
                                .put("move", move)
                                .put("state", ruling.state().wireName())
                                .put("person", actor.person().sub())
                                .set("terms", json.valueToTree(ruling.terms())))));
    }

    Uni<Optional<Ruling>> find(SqlClient connection, UUID id) {
        return connection
                .preparedQuery("select " + COLUMNS + " from ruling where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rulings(rows).stream().findFirst());
    }

    private List<Ruling> rulings(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Ruling(
                        row.getUUID("id"),
                        Kind.of(row.getString("kind")),
                        State.of(row.getString("state")),
                        row.getInteger("version"),
                        terms(row.getString("terms")),
                        Person.stored(row.getString("mover"), row.getString("part")),
                        row.getOffsetDateTime("created").toInstant(),
                        row.getOffsetDateTime("changed").toInstant()))
                .toList();
    }

    private Terms terms(String text) {
        try {
            return json.readValue(text, Terms.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Terms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
