package org.entente.catalog.room;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.entente.http.Problem;

/**
 * The order of what happens in a room. Acts on it come one after the other, and pages are served between them: once a closing
 * is answered, no page is put on record any more, and so none is sent.
 */
@ApplicationScoped
class RoomOrder {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String LOCK_SHARED = "select pg_advisory_xact_lock_shared(hashtextextended($1, 0))";

    private final Pool pool;
    private final Rooms rooms;

    RoomOrder(Pool pool, Rooms rooms) {
        this.pool = pool;
        this.rooms = rooms;
    }

    /** An act, while nothing else happens there; the room as it is afterwards. */
    <T> Uni<Room> alone(UUID room, Function<SqlClient, Uni<T>> act) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(room.toString()))
                        .chain(() -> act.apply(transaction))
                        .chain(() -> rooms.find(transaction, room)))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    /** Something that may happen beside its like. */
    <T> Uni<T> beside(UUID room, Function<SqlClient, Uni<T>> act) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK_SHARED)
                .execute(Tuple.of(room.toString()))
                .chain(() -> act.apply(transaction)));
    }

    /** The room, if it is open.
     * @throws Problem (as failure) 409 if it is not
     */
    Uni<Room> open(SqlClient transaction, UUID id) {
        return rooms.find(transaction, id).map(found -> {
            Room room = found.orElseThrow(Problem::notFound);
            if (room.state() != Room.State.open) {
                throw Problem.conflict(null, "The room is " + room.state() + " for good.");
            }
            return room;
        });
    }
}
