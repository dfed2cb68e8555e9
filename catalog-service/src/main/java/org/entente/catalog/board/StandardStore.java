package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.catalog.ownership.Ownership;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** The versions of schemas and exchange profiles; the newest of each name is in force. */
@ApplicationScoped
class StandardStore {
    private static final String NEWEST =
            "select * from standard where kind = $1 and name = $2 order by version desc limit 1";
    private static final String INSERT = "insert into standard (kind, name, version, owner, document, published, actor)"
            + " values ($1, $2, $3, $4, $5, $6, $7)";

    private final Pool pool;
    private final Outbox outbox;
    private final Ownership ownership;
    private final ObjectMapper json;

    StandardStore(Pool pool, Outbox outbox, Ownership ownership, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.ownership = ownership;
        this.json = json;
    }

    Uni<Optional<Standard>> find(Kind kind, String name) {
        return find(pool, kind, name);
    }

    /** Puts one in force for its owner, whose administrator asks; nobody takes over what another owns. */
    Uni<Integer> put(Standard.Put put, String actor) {
        return pool.withTransaction(transaction ->
                ownership.requireNotTheBoards(transaction, put.owner()).chain(() -> publish(transaction, put, actor)));
    }

    /** Puts one in force that its owner has decided on; says its version. */
    Uni<Integer> publish(SqlClient transaction, Standard.Put put, String actor) {
        return transaction
                .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 1))")
                .execute(Tuple.of(put.kind().wireName() + "/" + put.name()))
                .chain(() -> find(transaction, put.kind(), put.name()))
                .chain(before -> {
                    before.filter(found -> !found.owner().equals(put.owner())).ifPresent(found -> {
                        throw Problem.conflict("/owner", "is another than that of the version in force");
                    });
                    return insert(
                            transaction, put, before.map(Standard::version).orElse(0) + 1, actor);
                });
    }

    private Uni<Integer> insert(SqlClient transaction, Standard.Put put, int version, String actor) {
        ObjectNode data = json.createObjectNode()
                .put("kind", put.kind().wireName())
                .put("name", put.name())
                .put("owner", put.owner())
                .put("version", version);
        data.set("document", put.document());
        Event event = Event.of(EventTypes.STANDARD_PUBLISHED, put.name(), null, actor, data);
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addString(put.kind().wireName())
                        .addString(put.name())
                        .addInteger(version)
                        .addString(put.owner())
                        .addString(text(put))
                        .addOffsetDateTime(event.time().atOffset(ZoneOffset.UTC))
                        .addString(actor))
                .chain(() -> outbox.append(transaction, List.of(event)))
                .replaceWith(version);
    }

    private Uni<Optional<Standard>> find(SqlClient client, Kind kind, String name) {
        return client.preparedQuery(NEWEST)
                .execute(Tuple.of(kind.wireName(), name))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(standard(kind, row));
                    }
                    return Optional.empty();
                });
    }

    private Standard standard(Kind kind, Row row) {
        try {
            return new Standard(
                    kind,
                    row.getString("name"),
                    row.getInteger("version"),
                    row.getString("owner"),
                    json.readTree(row.getString("document")),
                    row.getOffsetDateTime("published").toInstant());
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private String text(Standard.Put put) {
        try {
            return json.writeValueAsString(put.document());
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
