package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the exchange profiles in force let pass between the parties, whichever way. */
@ApplicationScoped
public class ExchangeProfiles {
    private static final String IN_FORCE = """
            select distinct on (name) name, document from standard where kind = 'exchange-profile'
            order by name, version desc""";
    private static final String STORED = "select distinct type from shelf order by type";

    private final Pool pool;
    private final ObjectMapper json;

    ExchangeProfiles(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** What may be exchanged with a partner now. */
    public Uni<Exchange> inForce(String partner) {
        return pool.query(IN_FORCE).execute().map(rows -> {
            List<Profile> profiles = new ArrayList<>();
            rows.forEach(row -> profiles.add(Profile.of(read(row.getString("document")))));
            return new Exchange(profiles.stream()
                    .filter(profile -> profile.isKeptWith(partner))
                    .toList());
        });
    }

    /** What the change of a profile would let pass to whomever, of what is stored, that does not pass now. */
    Uni<Report> report(SqlClient client, String name, JsonNode document) {
        return client.query(IN_FORCE).execute().chain(rows -> {
            List<Profile> before = new ArrayList<>();
            rows.forEach(row -> {
                if (row.getString("name").equals(name)) {
                    before.add(Profile.of(read(row.getString("document"))));
                }
            });
            return client.query(STORED).execute().map(stored -> {
                Set<String> types = new TreeSet<>();
                stored.forEach(row -> types.add(row.getString("type")));
                Set<String> wider = new TreeSet<>();
                before.forEach(old -> wider.addAll(Profile.of(document).widerThan(old, types)));
                List<Finding> widened = wider.stream()
                        .map(type ->
                                new Finding(type, null, "is stored, and more of it would be exchanged from then on"))
                        .toList();
                return new Report(types.size(), 0, List.of(), widened);
            });
        });
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
