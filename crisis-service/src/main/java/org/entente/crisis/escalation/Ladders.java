package org.entente.crisis.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The newest version of each ladder. */
final class Ladders {
    private static final String NEWEST =
            "select version, document from ladder where name = $1 order by version desc limit 1";

    private Ladders() {}

    /** A version of a ladder. */
    record Published(int version, Ladder ladder) {}

    static Uni<@Nullable Ladder> newest(SqlClient client, ObjectMapper json, String name) {
        return published(client, json, name).map(found -> found == null ? null : found.ladder());
    }

    static Uni<@Nullable Published> published(SqlClient client, ObjectMapper json, String name) {
        return client.preparedQuery(NEWEST).execute(Tuple.of(name)).map(rows -> {
            for (var row : rows) {
                return new Published(row.getInteger("version"), read(json, row.getString("document")));
            }
            return null;
        });
    }

    private static Ladder read(ObjectMapper json, String document) {
        try {
            return json.readValue(document, Ladder.class);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("A stored ladder cannot be read.", exception);
        }
    }
}
