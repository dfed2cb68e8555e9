package org.entente.catalog.view;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Shows assets: to partners what access-service permits, to the originator's own originators the whole. */
@Path("/catalog/assets/{id}/views")
@Authenticated
@Tag(name = "Assets")
class ViewsResource {
    private static final int SERVER_FAULT = 500;

    private final Views views;
    private final Caller caller;
    private final MeterRegistry metrics;

    ViewsResource(Views views, Caller caller, MeterRegistry metrics) {
        this.views = views;
        this.caller = caller;
        this.metrics = metrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "View an asset for a purpose",
            description = "Recorded before it is answered; the answer is never stored by caches.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ViewRequest.class),
                            examples = @ExampleObject(name = "defence", value = "{\"purpose\": \"cyber-defence\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "The purpose is missing or none of the vocabulary.")
    @APIResponse(
            responseCode = "401",
            description = "Only a stronger or fresher login is missing; the challenge says which would do (RFC 9470).")
    @APIResponse(
            responseCode = "403",
            description = "Denied; with explanation, remedies and the decision's identifier.")
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    @APIResponse(responseCode = "503", description = "No decision can be had now; nothing was shown.")
    public Uni<Response> view(
            @PathParam("id") UUID id, @Nullable ViewRequest request, @Context HttpServerRequest connection) {
        Uni<Response> view = caller.isHome() ? own(id, request) : decided(id, request, connection);
        return view.onItemOrFailure()
                .invoke((shown, fault) -> metrics.counter("entente.catalog.views", "outcome", outcome(fault))
                        .increment());
    }

    private Uni<Response> own(UUID id, @Nullable ViewRequest request) {
        caller.requireHome(Role.ORIGINATOR);
        return views.own(id, new Reading(ViewRequest.requirePurpose(request), null, caller.actor(), caller.subject()));
    }

    private Uni<Response> decided(UUID id, @Nullable ViewRequest request, HttpServerRequest connection) {
        String partner = caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        String purpose = ViewRequest.requirePurpose(request);
        return views.decided(
                id,
                new Reading(purpose, partner, caller.actor(), caller.subject()),
                new Asking(Subject.of(caller, connection).loggedIn(caller), purpose, "/purpose"));
    }

    private static String outcome(@Nullable Throwable fault) {
        if (fault == null) {
            return "shown";
        }
        int status = fault instanceof Problem problem ? problem.status() : SERVER_FAULT;
        return switch (status) {
            case 403 -> "denied";
            case 404 -> "not-found";
            case 503 -> "unavailable";
            default -> status < SERVER_FAULT ? "refused" : "failed";
        };
    }
}
