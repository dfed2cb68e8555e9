package org.entente.catalog.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.discovery.Reaches;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Takes feedback of partners who may know of an asset, and shows it to the nation that the asset comes from. */
@Path("/catalog/assets/{id}/feedback")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
class FeedbackResource {
    private static final int MOST = 200;
    private static final String EXAMPLE = """
            {"kind": "false-positive", "object": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2",
             "comment": "This address is our own scanner."}""";

    private final FeedbackStore store;
    private final StoredAssets assets;
    private final Reaches reaches;
    private final Idempotency idempotency;
    private final Caller caller;

    FeedbackResource(
            FeedbackStore store, StoredAssets assets, Reaches reaches, Idempotency idempotency, Caller caller) {
        this.store = store;
        this.assets = assets;
        this.reaches = reaches;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What was kept. The comment is not repeated: the answer may be kept for a repetition, and it is kept sealed only. */
    @RegisterForReflection
    record Given(UUID id, Instant given) {}

    /**
     * A page of feedback, newest first.
     *
     * @param next names the place after which the next page begins; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Page(List<Feedback> feedback, @Nullable UUID next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell the originator",
            description = "Of what use it was, what is wrong, or what more is needed.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewFeedback.class),
                            examples = @ExampleObject(name = "false positive", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Given.class)))
    @APIResponse(responseCode = "400", description = "The field is named; nothing was kept.")
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Response> give(
            @PathParam("id") UUID id, @Nullable NewFeedback feedback, @Context HttpServerRequest connection) {
        String partner = caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        String actor = caller.actor();
        NewFeedback given = NewFeedback.require(feedback);
        return reaches.discoverable(id, new Asking(Subject.of(caller, connection), null, "purpose"))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(asset -> {
                    Feedback kept = feedback(asset, partner, given);
                    return idempotency.once(List.of(id, given), () -> store.add(asset, kept, actor)
                            .replaceWith(() -> new Created(
                                    "/catalog/assets/" + id + "/feedback", new Given(kept.id(), kept.given()))));
                });
    }

    private static Feedback feedback(StoredAsset asset, String partner, NewFeedback given) {
        return new Feedback(
                UUID.randomUUID(),
                asset.id(),
                asset.version(),
                partner,
                Objects.requireNonNull(given.kind()),
                given.object(),
                given.comment(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    @GET
    @Operation(summary = "What partners said of one's own asset")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another's.")
    public Uni<Response> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        String nation = originator();
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be a number from 1 to " + MOST);
        }
        return assets.find(id)
                .map(found ->
                        found.filter(asset -> asset.originator().equals(nation)).orElseThrow(Problem::notFound))
                .chain(asset -> store.page(asset, cursor, limit + 1))
                .map(found -> {
                    boolean isMore = found.size() > limit;
                    return new Page(
                            isMore ? found.subList(0, limit) : found,
                            isMore ? found.get(limit - 1).id() : null);
                })
                .map(page ->
                        Response.ok(page).header("Cache-Control", "no-store").build());
    }

    private String originator() {
        if (caller.isHome()) {
            caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER);
        } else {
            caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        }
        return caller.nation();
    }
}
