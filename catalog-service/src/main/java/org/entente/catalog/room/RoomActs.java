package org.entente.catalog.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Outbox;

/**
 * What happens to a room, each with its record in one transaction. Acts on one room come one after the other, and pages are
 * served between them: once a closing is answered, no page is put on record any more, and so none is sent.
 */
@ApplicationScoped
class RoomActs {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String LOCK_SHARED = "select pg_advisory_xact_lock_shared(hashtextextended($1, 0))";

    private final Pool pool;
    private final Rooms rooms;
    private final Outbox outbox;
    private final ObjectMapper json;

    RoomActs(Pool pool, Rooms rooms, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.rooms = rooms;
        this.outbox = outbox;
        this.json = json;
    }

    /** Opens a room, in the current Panache transaction. */
    Uni<Created> open(RoomTerms terms, String actor) {
        UUID id = UUID.randomUUID();
        Instant now = now();
        Room room = Room.at(now, id, 1, terms, now, actor, null, null);
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "insert into data_room (id, opened, actor) values (?1, ?2, ?3)")
                        .setParameter(1, id)
                        .setParameter(2, now)
                        .setParameter(3, actor)
                        .executeUpdate())
                .call(session -> session.createNativeQuery(
                                "insert into data_room_terms (room, version, document, stated, actor)"
                                        + " values (?1, 1, ?2, ?3, ?4)")
                        .setParameter(1, id)
                        .setParameter(2, text(terms))
                        .setParameter(3, now)
                        .setParameter(4, actor)
                        .executeUpdate())
                .chain(() ->
                        outbox.append(Event.of(EventTypes.DATA_ROOM_OPENED, id.toString(), null, actor, terms(terms))))
                .replaceWith(new Created("/catalog/data-rooms/" + id, room));
    }

    /** Puts other terms in the place of those before, from now on and for those inside, too. */
    Uni<Room> change(UUID id, RoomTerms terms, String actor) {
        return alone(id, transaction -> open(transaction, id)
                .chain(room -> state(transaction, id, room.version() + 1, terms, now(), actor))
                .chain(() -> record(transaction, EventTypes.DATA_ROOM_CHANGED, id, actor, terms(terms)))
                .chain(() -> rooms.find(transaction, id)));
    }

    /** Closes a room for good; whoever is inside reads nothing more. */
    Uni<Room> close(UUID id, String reason, String actor) {
        return alone(id, transaction -> open(transaction, id)
                .chain(() -> transaction
                        .preparedQuery(
                                "insert into data_room_closing (room, closed, actor, reason) values ($1, $2, $3, $4)")
                        .execute(Tuple.of(id, now().atOffset(ZoneOffset.UTC), actor, reason)))
                .chain(() -> record(
                        transaction,
                        EventTypes.DATA_ROOM_CLOSED,
                        id,
                        actor,
                        json.createObjectNode().put("reason", reason)))
                .chain(() -> rooms.find(transaction, id)));
    }

    /** Lets somebody in. */
    Uni<Session> enter(Session session, String actor) {
        return pool.withTransaction(transaction -> shared(transaction, session.room())
                        .chain(() -> open(transaction, session.room()))
                        .chain(() -> transaction
                                .preparedQuery("insert into data_room_session (id, room, person, partner, name, token,"
                                        + " address, copy_number, entered, until)"
                                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
                                .execute(row(session)))
                        .chain(() ->
                                outbox.append(transaction, List.of(of(session, EventTypes.DATA_ROOM_ENTERED, actor)))))
                .replaceWith(session);
    }

    /** Ends a stay, once. */
    Uni<Void> leave(Session session, String actor) {
        return alone(session.room(), transaction -> transaction
                        .preparedQuery(
                                "insert into data_room_leaving (session, at, actor) values ($1, $2, $3) on conflict do nothing")
                        .execute(Tuple.of(session.id(), now().atOffset(ZoneOffset.UTC), actor))
                        .chain(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : outbox.append(transaction, List.of(of(session, EventTypes.DATA_ROOM_LEFT, actor)))))
                .replaceWithVoid();
    }

    /**
     * Puts on record that a page is about to be sent, if it still may.
     *
     * @param may what must hold of room and session as they are now, or the problem with them
     */
    Uni<Void> serve(Session session, Event page, Function<Room, Optional<Problem>> may) {
        return pool.withTransaction(transaction -> shared(transaction, session.room())
                .chain(() -> rooms.find(transaction, session.room()))
                .chain(room -> rooms.session(transaction, session.room(), session.id())
                        .invoke(now -> {
                            boolean isInside = now.isPresent() && now.get().left() == null;
                            Optional<Problem> problem = isInside
                                    ? may.apply(room.orElseThrow(Problem::notFound))
                                    : Optional.of(Problem.notFound());
                            problem.ifPresent(found -> {
                                throw found;
                            });
                        }))
                .chain(() -> outbox.append(transaction, List.of(page))));
    }

    private <T> Uni<Room> alone(UUID room, Function<SqlClient, Uni<T>> act) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(room.toString()))
                        .chain(() -> act.apply(transaction))
                        .chain(() -> rooms.find(transaction, room)))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    private static Uni<Void> shared(SqlClient transaction, UUID room) {
        return transaction
                .preparedQuery(LOCK_SHARED)
                .execute(Tuple.of(room.toString()))
                .replaceWithVoid();
    }

    private Uni<Room> open(SqlClient transaction, UUID id) {
        return rooms.find(transaction, id).map(found -> {
            Room room = found.orElseThrow(Problem::notFound);
            if (room.state() != Room.State.open) {
                throw Problem.conflict(null, "The room is " + room.state() + " for good.");
            }
            return room;
        });
    }

    private Uni<Void> state(SqlClient transaction, UUID id, int version, RoomTerms terms, Instant at, String actor) {
        return transaction
                .preparedQuery("insert into data_room_terms (room, version, document, stated, actor)"
                        + " values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(id, version, text(terms), at.atOffset(ZoneOffset.UTC), actor))
                .replaceWithVoid();
    }

    private Uni<Void> record(SqlClient transaction, String type, UUID id, String actor, ObjectNode data) {
        return outbox.append(transaction, List.of(Event.of(type, id.toString(), null, actor, data)));
    }

    private Event of(Session session, String type, String actor) {
        ObjectNode data = json.createObjectNode()
                .put("session", session.id().toString())
                .put("person", session.person())
                .put("copyNumber", session.copyNumber())
                .put("until", session.until().toString());
        return Event.of(type, session.room().toString(), session.partner(), actor, data);
    }

    private static Tuple row(Session session) {
        return Tuple.tuple()
                .addUUID(session.id())
                .addUUID(session.room())
                .addString(session.person())
                .addString(session.partner())
                .addString(session.name())
                .addString(session.token())
                .addString(session.address())
                .addString(session.copyNumber())
                .addOffsetDateTime(session.entered().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(session.until().atOffset(ZoneOffset.UTC));
    }

    private ObjectNode terms(RoomTerms terms) {
        return json.valueToTree(terms);
    }

    private String text(RoomTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
