package org.entente.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** Recorded decisions, told to each side in its own rendering. */
@Path("/access/decisions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private static final String FIND = "select id, epoch, recorded_at, partner, decision, inputs, result from decision"
            + " where id = $1 and ($2 or partner = $3)";

    private final Caller caller;
    private final Pool pool;
    private final ObjectMapper json;

    DecisionResource(Caller caller, Pool pool, ObjectMapper json) {
        this.caller = caller;
        this.pool = pool;
        this.json = json;
    }

    /** A recorded decision. */
    public sealed interface Told {}

    /**
     * All of it, for the home side.
     *
     * @param permitted how many portions may go
     * @param denied how many may not
     * @param codes how many portions each code keeps back
     * @param inputs as they were asked
     * @param context as it was answered
     */
    public record ForHome(
            UUID decisionId,
            long epoch,
            Instant at,
            boolean decision,
            int permitted,
            int denied,
            Map<String, Integer> codes,
            JsonNode inputs,
            JsonNode context)
            implements Told {}

    /** For the partner it concerns. */
    public record ForPartner(UUID decisionId, Instant at, boolean decision, JsonNode explanation) implements Told {}

    @GET
    @Path("/{id}")
    @Operation(summary = "A decision, explained to the home side or to the partner it concerns")
    public Uni<Told> get(UUID id) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        }
        boolean isHome = caller.isHome();
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, isHome, caller.nation()))
                .map(rows -> told(rows, isHome));
    }

    private Told told(RowSet<Row> rows, boolean isHome) {
        for (Row row : rows) {
            JsonNode context = read(row.getString("result")).path("context");
            return isHome ? forHome(row, context) : forPartner(row, context);
        }
        throw Problem.notFound();
    }

    private Told forPartner(Row row, JsonNode context) {
        return new ForPartner(
                row.getUUID("id"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getBoolean("decision"),
                context.at("/explanation/partner"));
    }

    private Told forHome(Row row, JsonNode context) {
        Map<String, Integer> codes = new TreeMap<>();
        Set<String> denied = new HashSet<>();
        for (JsonNode reason : context.path("reasons")) {
            if (!reason.has("tearline")) {
                codes.merge(reason.path("code").asText(), 1, Integer::sum);
            }
            if (reason.has("portion")) {
                denied.add(reason.path("portion").asText());
            }
        }
        return new ForHome(
                row.getUUID("id"),
                row.getLong("epoch"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getBoolean("decision"),
                context.at("/view/portions").size(),
                denied.size(),
                codes,
                read(row.getString("inputs")),
                context);
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
