package org.entente.audit.investigation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** What the log knows of agreements: of an event of another service, the few fields that are needed. */
@ApplicationScoped
class Agreements {

    private static final String FIND =
            "select event from log_entry where subject = $1 and type in ($2, $3) and event is not null"
                    + " order by index desc limit 1";
    private static final String AMENDED = "org.entente.access.agreement.amended.v1";
    private static final String NATION = "[A-Z]{3}";

    private final ObjectMapper json;

    Agreements(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What counts of an agreement.
     *
     * @param parties nations
     * @param steps what follows from a breach, by its severity
     */
    record Agreed(Set<String> parties, Map<String, Set<String>> steps) {

        /** Whether that follows from a breach of that severity. */
        boolean says(Severity severity, String step) {
            return steps.getOrDefault(severity.wireName(), Set.of()).contains(step);
        }
    }

    Uni<@Nullable Agreed> find(SqlClient transaction, String id) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(id, EventTypes.AGREEMENT_PROPOSED, AMENDED))
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
        Map<String, Set<String>> steps = new TreeMap<>();
        for (JsonNode consequences : event.findValues("consequences")) {
            for (JsonNode one : consequences) {
                Set<String> some = steps.computeIfAbsent(one.path("severity").asText(), severity -> new TreeSet<>());
                one.path("steps").forEach(step -> some.add(step.asText()));
            }
        }
        return new Agreed(parties, steps);
    }

    private static void add(Set<String> parties, JsonNode code) {
        if (code.isTextual() && code.textValue().matches(NATION)) {
            parties.add(code.textValue());
        }
    }
}
