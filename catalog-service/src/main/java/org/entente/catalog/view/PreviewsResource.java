package org.entente.catalog.view;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Role;

/** Shows a tearline to who reviews it as its audience would see it. */
@Path("/catalog/assets/{id}/tearlines/{tearline}/preview")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tearlines")
class PreviewsResource {
    private final Previews previews;
    private final Caller caller;

    PreviewsResource(Previews previews, Caller caller) {
        this.previews = previews;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The audience's exact view, if the tearline were approved now",
            description = "Made as the view itself is, on what would be decided; nothing is shown to anybody else.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "404", description = "No such tearline of this asset.")
    @APIResponse(responseCode = "409", description = "The asset has a newer version.")
    public Uni<Response> preview(@PathParam("id") UUID id, @PathParam("tearline") UUID tearline) {
        caller.requireHome(Role.ORIGINATOR);
        return previews.of(id, tearline, caller.actor())
                .map(preview ->
                        Response.ok(preview).header("Cache-Control", "no-store").build());
    }
}
