package org.entente.catalog.release;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.entente.catalog.access.Subject;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Makes releases: for the person of a partner who asks, or for one for whom a home liaison officer vouches. */
@Path("/catalog/assets/{id}/releases")
@Authenticated
@Tag(name = "Releases")
class AssetReleasesResource {
    private static final String FOR_SOMEBODY = """
            {"purpose": "cyber-defence", "recipient": {"partner": "XBB", "person": "5f0e6a1c-8c8b-4c55-9f1e-0f6a0d8f9f10",
              "name": "xbb-analyst", "nationalities": ["XBB"], "clearances": ["ALLIANCE:SECRET"]}}""";

    private final Releasing releasing;
    private final Releases releases;
    private final Idempotency idempotency;
    private final Caller caller;

    AssetReleasesResource(Releasing releasing, Releases releases, Idempotency idempotency, Caller caller) {
        this.releasing = releasing;
        this.releases = releases;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Release a copy of an asset",
            description =
                    "Decided with the action release, marked for its recipient, signed, and on record before it is"
                            + " answered. The package itself is then fetched, as often as it is still permitted.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseRequest.class),
                            examples = {
                                @ExampleObject(name = "for oneself", value = "{\"purpose\": \"cyber-defence\"}"),
                                @ExampleObject(name = "for somebody, by a liaison officer", value = FOR_SOMEBODY)
                            }))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Release.class)))
    @APIResponse(responseCode = "400", description = "The field is named.")
    @APIResponse(
            responseCode = "401",
            description = "Only a stronger or fresher login is missing; the challenge says which would do (RFC 9470).")
    @APIResponse(
            responseCode = "403",
            description = "Denied; with explanation, remedies and the decision's identifier.")
    @APIResponse(responseCode = "404", description = "Not there, or not there for this recipient.")
    @APIResponse(responseCode = "409", description = "Nothing of it can be handed over as it stands.")
    @APIResponse(responseCode = "503", description = "No decision can be had now; nothing was given away.")
    public Uni<Response> release(
            @PathParam("id") UUID id, @Nullable ReleaseRequest request, @Context HttpServerRequest connection) {
        Handing handing = handing(id, request, connection);
        return releasing
                .permit(handing)
                .chain(permitted -> releasing.make(handing, permitted))
                .chain(made -> idempotency.once(
                        List.of(id, handing.purpose(), handing.recipient()), () -> releases.add(made)));
    }

    private Handing handing(UUID id, @Nullable ReleaseRequest request, HttpServerRequest connection) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER);
            ReleaseRequest present = ReleaseRequest.present(request);
            Recipient recipient = present.requireRecipient(caller.actor(), caller.nation());
            return new Handing(id, present.requirePurpose(), recipient, recipient.subject(), caller.actor(), true);
        }
        caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        ReleaseRequest present = ReleaseRequest.present(request);
        present.requireNoRecipient();
        Subject subject = Subject.of(caller, connection).loggedIn(caller);
        return new Handing(
                id, present.requirePurpose(), Recipient.of(subject, caller.name()), subject, caller.actor(), false);
    }
}
