package org.entente.catalog.room;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rooms and the stays in them. */
@ApplicationScoped
class Rooms {
    private static final String ROOMS = """
            select r.id, r.opened, r.actor, t.version, t.document, c.closed, c.reason
            from data_room r
            join lateral (select version, document from data_room_terms where room = r.id order by version desc limit 1) t
                on true
            left join data_room_closing c on c.room = r.id
            """;
    private static final String ONE = ROOMS + "where r.id = $1";
    private static final String PAGE = ROOMS + """
            where $1::uuid is null or (r.opened, r.id) < (select opened, id from data_room where id = $1)
            order by r.opened desc, r.id desc limit $2""";
    private static final String SESSION = """
            select s.*, l.at as left_at from data_room_session s left join data_room_leaving l on l.session = s.id
            where s.id = $1 and s.room = $2""";

    private final Pool pool;
    private final ObjectMapper json;

    Rooms(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Optional<Room>> find(UUID id) {
        return find(pool, id);
    }

    Uni<Optional<Room>> find(SqlClient client, UUID id) {
        return client.preparedQuery(ONE).execute(Tuple.of(id)).map(rows -> read(rows).stream()
                .findFirst());
    }

    /** Some rooms, newest first, after the given one. */
    Uni<List<Room>> page(@Nullable UUID after, int limit) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(after, limit)).map(this::read);
    }

    /** A stay in a room. */
    Uni<Optional<Session>> session(SqlClient client, UUID room, UUID session) {
        return client.preparedQuery(SESSION).execute(Tuple.of(session, room)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(session(row));
            }
            return Optional.empty();
        });
    }

    private List<Room> read(RowSet<Row> rows) {
        Instant now = Instant.now();
        List<Room> rooms = new ArrayList<>();
        for (Row row : rows) {
            rooms.add(Room.at(
                    now,
                    row.getUUID("id"),
                    row.getInteger("version"),
                    terms(row.getString("document")),
                    row.getOffsetDateTime("opened").toInstant(),
                    row.getString("actor"),
                    instant(row.getOffsetDateTime("closed")),
                    row.getString("reason")));
        }
        return rooms;
    }

    private static Session session(Row row) {
        return new Session(
                row.getUUID("id"),
                row.getUUID("room"),
                row.getString("person"),
                row.getString("partner"),
                row.getString("name"),
                row.getString("token"),
                row.getString("address"),
                row.getString("copy_number"),
                row.getOffsetDateTime("entered").toInstant(),
                row.getOffsetDateTime("until").toInstant(),
                instant(row.getOffsetDateTime("left_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private RoomTerms terms(String document) {
        try {
            return json.readValue(document, RoomTerms.class);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
