package org.entente.catalog.discovery;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;
import org.entente.catalog.content.KeyProvider;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Looks for words in what the caller may see. */
@Path("/catalog/search")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assets")
class SearchResource {
    private final Searches searches;
    private final KeyProvider keys;
    private final Caller caller;

    SearchResource(Searches searches, KeyProvider keys, Caller caller) {
        this.searches = searches;
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Search the text of what may be seen",
            description =
                    "Assets that have all the words, newest first. Searching is seeing: it is for a purpose, decided"
                            + " and recorded. What may not be seen changes nothing of the answer.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SearchPage.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "No words, too many, an unknown purpose, a limit outside 1 to 50, or no cursor of this search.")
    @APIResponse(responseCode = "503", description = "No decision can be had now.")
    public Uni<Response> search(
            @QueryParam("q") @Parameter(example = "intruder pumps") @Nullable String query,
            @QueryParam("purpose") @Parameter(example = "cyber-defence") @Nullable String purpose,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Parameter(schema = @Schema(minimum = "1", maximum = "50"))
                    String limit,
            @Context HttpServerRequest connection) {
        requireReader();
        PageRequest.requirePurpose(purpose);
        if (purpose == null) {
            throw Problem.badRequest("purpose", "is required");
        }
        SearchRequest request = SearchRequest.of(query, cursors(query, purpose), cursor, limit);
        Uni<byte[]> found = caller.isHome()
                ? searches.own(request, caller.actor(), purpose)
                : searches.decided(request, new Asking(Subject.of(caller, connection), purpose, "purpose"));
        return found.map(
                body -> Response.ok(body).header("Cache-Control", "no-store").build());
    }

    private void requireReader() {
        if (caller.isHome()) {
            caller.requireHome(Role.ORIGINATOR);
        } else {
            caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        }
    }

    private Cursors cursors(@Nullable String query, String purpose) {
        return new Cursors(
                keys,
                List.of(caller.nation(), caller.subject(), purpose, "search", Objects.requireNonNullElse(query, "")));
    }
}
