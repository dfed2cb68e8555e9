package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;

/** Traces a copy that was found to the release it came from. */
@Path("/catalog/releases/trace")
@Authenticated
@Tag(name = "Releases")
class TraceResource {
    private final Tracing tracing;
    private final ReleaseConfig config;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Caller caller;

    TraceResource(Tracing tracing, ReleaseConfig config, Pool pool, Outbox outbox, ObjectMapper json, Caller caller) {
        this.tracing = tracing;
        this.config = config;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.caller = caller;
    }

    /** The body is taken as it is: reading it as JSON would lose what is looked for. */
    @POST
    @Consumes({MediaType.TEXT_PLAIN, "text/markdown", MediaType.APPLICATION_JSON, "application/stix+json"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Trace a copy to the release it came from",
            description = "The copy as it was found, whole or in part. Names a release only where less than once in a"
                    + " million copies somebody would be named wrongly; each trace is on record.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Trace.class)))
    @APIResponse(responseCode = "413", description = "The copy is too large; send a part of it.")
    public Uni<Trace> trace(byte[] copy) {
        caller.requireHome(Role.AUDITOR, Role.ORIGINATOR);
        if (copy.length == 0) {
            throw Problem.badRequest("", "is required");
        }
        if (copy.length > config.maxCopyBytes()) {
            throw Problem.tooLarge("", "is larger than " + config.maxCopyBytes() + " bytes; a part will do");
        }
        String actor = caller.actor();
        return tracing.trace(Copy.of(copy)).call(trace -> record(trace, actor));
    }

    private Uni<Void> record(Trace trace, String actor) {
        ObjectNode data = json.createObjectNode().put("compared", trace.compared());
        ArrayNode named = data.putArray("named");
        trace.named().forEach(found -> named.addObject()
                .put("release", found.release().toString())
                .put("partner", found.recipient().partner())
                .put("confidence", found.confidence()));
        ArrayNode readings = data.putArray("readings");
        trace.readings().forEach(reading -> readings.add(reading.session().toString()));
        Event event = Event.of(EventTypes.RELEASE_TRACED, trace.sha256(), null, actor, data);
        return pool.withTransaction(transaction -> outbox.append(transaction, List.of(event)));
    }
}
