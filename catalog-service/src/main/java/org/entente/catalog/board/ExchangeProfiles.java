package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the exchange profiles in force let pass between the parties, whichever way. */
@ApplicationScoped
public class ExchangeProfiles {
    private static final String IN_FORCE = """
            select distinct on (name) name, document from standard where kind = 'exchange-profile'
            order by name, version desc""";
    private static final String STORED = "select distinct type from shelf where type = any($1::text[]) order by type";

    private final Pool pool;
    private final ObjectMapper json;

    ExchangeProfiles(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** What may be exchanged now. */
    public Uni<Exchange> inForce() {
        return pool.query(IN_FORCE).execute().map(rows -> {
            List<Set<String>> profiles = new ArrayList<>();
            rows.forEach(row -> profiles.add(types(read(row.getString("document")))));
            return new Exchange(profiles);
        });
    }

    /** What the change of a profile would let pass, of what is stored, that does not pass now. */
    Uni<Report> report(SqlClient client, String name, JsonNode document) {
        return client.query(IN_FORCE).execute().chain(rows -> {
            Set<String> added = new HashSet<>();
            rows.forEach(row -> {
                if (row.getString("name").equals(name)) {
                    added.addAll(types(document));
                    added.removeAll(types(read(row.getString("document"))));
                }
            });
            return client.preparedQuery(STORED)
                    .execute(Tuple.tuple().addArrayOfString(added.toArray(String[]::new)))
                    .map(stored -> {
                        List<Finding> widened = new ArrayList<>();
                        stored.forEach(row -> widened.add(new Finding(
                                row.getString("type"), null, "is stored, and would be exchanged from then on")));
                        return new Report(added.size(), 0, List.of(), widened);
                    });
        });
    }

    private static Set<String> types(JsonNode document) {
        Set<String> types = new HashSet<>();
        document.path("objectTypes").forEach(type -> types.add(type.asText()));
        return types;
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
