package org.entente.audit.investigation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** What the log knows of agreements: of an event of another service, the few fields that are needed. */
@ApplicationScoped
class Agreements {

    private static final String FIND =
            "select event from log_entry where subject = $1 and type = $2 and event is not null order by index desc limit 1";
    private static final String NATION = "[A-Z]{3}";

    private final ObjectMapper json;

    Agreements(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What counts of an agreement.
     *
     * @param parties nations
     * @param wantsStatement whether it says that the public is told of a breach
     */
    record Agreed(Set<String> parties, boolean wantsStatement) {}

    Uni<@Nullable Agreed> find(SqlClient transaction, String id) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(id, EventTypes.AGREEMENT_PROPOSED))
                .map(rows ->
                        rows.size() == 0 ? null : read(rows.iterator().next().getString("event")));
    }

    private Agreed read(String event) {
        try {
            return of(json.readTree(event));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored event cannot be read.", damaged);
        }
    }

    static Agreed of(JsonNode event) {
        Set<String> parties = new TreeSet<>();
        add(parties, event.path("partner"));
        for (JsonNode terms : Set.of(event.path("data"), event.at("/data/terms"))) {
            add(parties, terms.path("partner"));
            terms.path("parties").forEach(party -> add(parties, party));
        }
        boolean wantsStatement = event.findValues("publicStatement").stream().anyMatch(JsonNode::asBoolean);
        return new Agreed(parties, wantsStatement);
    }

    private static void add(Set<String> parties, JsonNode code) {
        if (code.isTextual() && code.textValue().matches(NATION)) {
            parties.add(code.textValue());
        }
    }
}
