package org.entente.catalog.provenance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;
import org.entente.catalog.approval.Person;
import org.entente.catalog.discovery.Sightings;
import org.entente.catalog.discovery.Sightings.Shown;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Where an asset comes from and what was made of it, as far as the reader may discover any of it. */
@Path("/catalog/assets/{id}/provenance")
@Authenticated
@Tag(name = "Provenance")
class ProvenanceResource {
    private static final String SVG = "image/svg+xml";
    private static final int MOST = 1_000;
    private static final int MOST_DRAWN = 300;
    private static final String EXAMPLE = """
            {"from": [{"asset": "9b2e6f0a-5a39-4f0e-8f0c-3f1f5d2a7c11", "version": 2, "kind": "quotation"}],
             "reason": "Assessment of the week."}""";

    private final Lineage lineage;
    private final Derivations derivations;
    private final Sightings sightings;
    private final Caller caller;
    private final ObjectMapper json;

    ProvenanceResource(
            Lineage lineage, Derivations derivations, Sightings sightings, Caller caller, ObjectMapper json) {
        this.lineage = lineage;
        this.derivations = derivations;
        this.sightings = sightings;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Where an asset comes from, or what was derived from it, as W3C PROV-JSON",
            description =
                    "From all its versions, the nearest first. The header Link (RFC 8288) names the next page, which a"
                            + " PROV-JSON document has no place for. A partner gets what it may discover, and the record of that is"
                            + " named by the prefix disclosure.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one version",
                                            value =
                                                    "{\"prefix\": {\"entente\": \"urn:entente:catalog:\"},"
                                                            + " \"entity\": {\"entente:assets/9b2e6f0a/versions/1\": {\"entente:version\": 1}}}")))
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Response> document(
            @PathParam("id") UUID id,
            @QueryParam("direction") @DefaultValue("sources") @Parameter(example = "derived") String direction,
            @QueryParam("depth") @DefaultValue("20") int depth,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServerRequest connection) {
        Way way = Way.of(direction, depth, limit, MOST, cursor);
        return show(id, way, connection, (graph, disclosure) -> ProvDocument.of(graph, disclosure, json))
                .map(response -> response.type(MediaType.APPLICATION_JSON_TYPE).build());
    }

    @GET
    @Path("/graph")
    @Produces(SVG)
    @Operation(summary = "The same, drawn", description = "SVG without scripts; the header Link names the next page.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = SVG))
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Response> graph(
            @PathParam("id") UUID id,
            @QueryParam("direction") @DefaultValue("sources") String direction,
            @QueryParam("depth") @DefaultValue("20") int depth,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServerRequest connection) {
        Way way = Way.of(direction, depth, limit, MOST_DRAWN, cursor);
        return show(id, way, connection, (graph, disclosure) -> Drawing.of(graph, way.direction())
                        .getBytes(StandardCharsets.UTF_8))
                .map(response -> response.type(SVG)
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .build());
    }

    @POST
    @Path("/derivations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "State what the newest version of an asset was derived from", description = "Never changed.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StatedDerivation.class),
                            examples = @ExampleObject(name = "a quotation", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StatedDerivation.class)))
    @APIResponse(responseCode = "409", description = "The source is itself derived from this asset.")
    public Uni<Response> derive(@PathParam("id") UUID id, @Nullable StatedDerivation stated) {
        caller.requireHome(Role.ORIGINATOR);
        if (stated == null) {
            throw Problem.badRequest("", "is required");
        }
        return derivations.state(id, stated, Person.of(caller));
    }

    private Uni<Response.ResponseBuilder> show(
            UUID id, Way way, HttpServerRequest connection, BiFunction<Graph, @Nullable String, Object> answer) {
        if (caller.isHome()) {
            caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
            return lineage.follow(id, way, null)
                    .map(graph -> response(present(graph, way), answer.apply(graph, null), way, connection));
        }
        caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        Asking asking = new Asking(Subject.of(caller, connection), null, "purpose");
        AtomicReference<Graph> shown = new AtomicReference<>();
        return sightings
                .show(asking, visible -> lineage.follow(id, way, visible).map(graph -> {
                    shown.set(present(graph, way));
                    return new Shown(graph.assets(), disclosure -> answer.apply(graph, disclosure));
                }))
                .map(bytes -> response(Objects.requireNonNull(shown.get()), bytes, way, connection));
    }

    /** The first page has the asset itself; where it has not, there is none for this reader. */
    private static Graph present(Graph graph, Way way) {
        if (graph.nodes().isEmpty() && way.after() == null) {
            throw Problem.notFound();
        }
        return graph;
    }

    private static Response.ResponseBuilder response(Graph graph, Object body, Way way, HttpServerRequest connection) {
        Response.ResponseBuilder response = Response.ok(body).header("Cache-Control", "no-store");
        return graph.next() == null
                ? response
                : response.header(
                        "Link",
                        "<%s?direction=%s&depth=%d&limit=%d&cursor=%s>; rel=\"next\""
                                .formatted(
                                        connection.path(),
                                        way.direction().name().toLowerCase(Locale.ROOT),
                                        way.depth(),
                                        way.limit(),
                                        graph.next().cursor()));
    }
}
