package org.entente.catalog.room;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.view.Opened;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** What happens in stays, each with its record in one transaction. */
@ApplicationScoped
class SessionActs {
    private final RoomOrder order;
    private final Rooms rooms;
    private final MarkingChanges changes;
    private final Outbox outbox;
    private final ObjectMapper json;

    SessionActs(RoomOrder order, Rooms rooms, MarkingChanges changes, Outbox outbox, ObjectMapper json) {
        this.order = order;
        this.rooms = rooms;
        this.changes = changes;
        this.outbox = outbox;
        this.json = json;
    }

    /** Does what is asked for, or finds what it was answered before, and answers; in the transaction of the act. */
    interface Repeatable extends BiFunction<SqlClient, Supplier<Uni<Session>>, Uni<Response>> {}

    /** Lets somebody in. */
    Uni<Response> enter(Session session, String actor, Repeatable once) {
        return order.beside(
                session.room(),
                transaction -> once.apply(transaction, () -> order.open(transaction, session.room())
                        .chain(() -> transaction
                                .preparedQuery("insert into data_room_session (id, room, person, partner, name, token,"
                                        + " address, copy_number, entered, until)"
                                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
                                .execute(row(session)))
                        .chain(() ->
                                outbox.append(transaction, List.of(of(session, EventTypes.DATA_ROOM_ENTERED, actor))))
                        .replaceWith(session)));
    }

    /** Ends a stay, once. */
    Uni<Void> leave(Session session, String actor) {
        return order.alone(session.room(), transaction -> transaction
                        .preparedQuery(
                                "insert into data_room_leaving (session, at, actor) values ($1, $2, $3) on conflict do nothing")
                        .execute(Tuple.of(session.id(), RoomActs.now().atOffset(ZoneOffset.UTC), actor))
                        .chain(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : outbox.append(transaction, List.of(of(session, EventTypes.DATA_ROOM_LEFT, actor)))))
                .replaceWithVoid();
    }

    /**
     * Puts on record that a page is about to be sent, if it still may.
     *
     * @param opened what is on it
     * @param may what must hold of room and session as they are now, or the problem with them
     */
    Uni<Void> serve(Session session, Opened opened, Event page, Function<Room, Optional<Problem>> may) {
        long start = System.nanoTime();
        return order.beside(session.room(), transaction -> rooms.find(transaction, session.room())
                        .chain(room -> rooms.session(transaction, session.room(), session.id())
                                .invoke(now -> {
                                    boolean isInside =
                                            now.isPresent() && now.get().left() == null;
                                    Optional<Problem> problem = isInside
                                            ? may.apply(room.orElseThrow(Problem::notFound))
                                            : Optional.of(Problem.notFound());
                                    problem.ifPresent(found -> {
                                        throw found;
                                    });
                                }))
                        .chain(() -> changes.requireUnchanged(transaction, opened.asset(), opened.change()))
                        .chain(() -> outbox.append(transaction, List.of(page))))
                .invoke(() -> changes.requireInTime(start));
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
}
