package org.entente.audit.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What is aimed at, in versions: each counts for what is measured after it. */
@Path("/audit/indicators/targets")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators")
class TargetsResource {

    private static final String INSERT = "insert into indicator_target (version, document, set_by) values ($1, $2, $3)";
    // One after the other: the next waits, and then knows the newest.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('entente.indicator.targets'))";
    private static final String VERSIONS =
            "select version, document, set_by, set_at from indicator_target order by version desc limit 1000";

    private final Pool pool;
    private final Targets targets;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Caller caller;

    TargetsResource(Pool pool, Targets targets, Outbox outbox, ObjectMapper json, Caller caller) {
        this.pool = pool;
        this.targets = targets;
        this.outbox = outbox;
        this.json = json;
        this.caller = caller;
    }

    /** The targets by the names of the indicators; those of the configuration for what is not mentioned. */
    @RegisterForReflection
    public record InForce(int version, Map<String, Target> targets) {}

    /** The document; what it does not mention is as configured. */
    @Schema(
            examples =
                    "{\"targets\": {\"requests-in-time\": {\"least\": 0.95}, \"first-view\": {\"within\": \"P7D\", \"least\": 0.8}}}")
    public record Document(@Nullable Map<String, Target> targets) {}

    /** A version, and whose it is. */
    public record Version(int version, Map<String, Target> targets, String by, Instant at) {}

    /** Newest first. */
    public record Versions(List<Version> versions) {}

    @GET
    @Operation(summary = "The targets in force; the `ETag` is for `If-Match`")
    public Uni<Response> get() {
        IndicatorResource.requireReader(caller);
        return targets.inForce(pool).map(TargetsResource::response);
    }

    @GET
    @Path("versions")
    @Operation(summary = "Every version that was set, newest first, at most 1,000")
    public Uni<Versions> versions() {
        IndicatorResource.requireReader(caller);
        return pool.preparedQuery(VERSIONS)
                .execute()
                .map(rows -> new Versions(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Version(
                                row.getInteger("version"),
                                targets.read(row.getString("document")),
                                row.getString("set_by"),
                                row.getOffsetDateTime("set_at").toInstant()))
                        .toList()));
    }

    @PUT
    @Operation(summary = "Sets the targets (policy administrator or auditor of the home side); needs `If-Match`")
    @APIResponse(responseCode = "200", description = "The targets in force now")
    @APIResponse(responseCode = "412", description = "Someone else set them first")
    public Uni<Response> set(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Document document) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
        Map<String, Target> stated = checked(document);
        String text = text(stated);
        String actor = caller.actor();
        return pool.withTransaction(transaction -> transaction
                        .query(LOCK)
                        .execute()
                        .chain(() -> targets.inForce(transaction))
                        .invoke(aims -> requireNewest(aims, ifMatch))
                        .chain(aims -> insert(transaction, aims.version() + 1, text, actor))
                        .chain(() -> targets.inForce(transaction)))
                .map(TargetsResource::response);
    }

    private Uni<Void> insert(SqlClient transaction, int version, String text, String actor) {
        var data = json.createObjectNode().put("version", version);
        data.set("targets", json.valueToTree(targets.read(text)));
        Event event = Event.of(EventTypes.INDICATOR_TARGETS_SET, "indicator-targets", null, actor, data);
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(version, text, actor))
                .chain(() -> outbox.append(transaction, List.of(event)));
    }

    private static void requireNewest(Targets.Aims aims, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "If-Match", "is needed: what is changed is a version of the targets.");
        }
        if (!ifMatch.equals(aims.tag()) && !ifMatch.equals("*")) {
            throw Problem.preconditionFailed("Someone else set the targets first.");
        }
    }

    private static Map<String, Target> checked(@Nullable Document document) {
        if (document == null || document.targets() == null) {
            throw Problem.badRequest("/targets", "is missing");
        }
        document.targets().forEach((name, target) -> {
            String field = "/targets/" + name.replace("~", "~0").replace("/", "~1");
            if (target == null || Indicator.of(name).isEmpty()) {
                throw Problem.badRequest(field, "is not the target of an indicator");
            }
            target.checked(field);
        });
        return document.targets();
    }

    private static Response response(Targets.Aims aims) {
        return Response.ok(new InForce(aims.version(), aims.named()))
                .header(HttpHeaders.ETAG, aims.tag())
                .build();
    }

    private String text(Map<String, Target> stated) {
        try {
            return json.writeValueAsString(stated);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
