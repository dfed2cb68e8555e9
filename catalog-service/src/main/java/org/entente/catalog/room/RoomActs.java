package org.entente.catalog.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Created;
import org.entente.outbox.Outbox;

/** What happens to a room, each with its record in one transaction. */
@ApplicationScoped
class RoomActs {
    private final RoomOrder order;
    private final Rooms rooms;
    private final Outbox outbox;
    private final ObjectMapper json;

    RoomActs(RoomOrder order, Rooms rooms, Outbox outbox, ObjectMapper json) {
        this.order = order;
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
        return order.alone(id, transaction -> order.open(transaction, id)
                .chain(room -> state(transaction, id, room.version() + 1, terms, now(), actor))
                .chain(() -> record(transaction, EventTypes.DATA_ROOM_CHANGED, id, actor, terms(terms)))
                .chain(() -> rooms.find(transaction, id)));
    }

    /** Closes a room for good; whoever is inside reads nothing more. */
    Uni<Room> close(UUID id, String reason, String actor) {
        return order.alone(id, transaction -> order.open(transaction, id)
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
