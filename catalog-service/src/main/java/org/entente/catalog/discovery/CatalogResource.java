package org.entente.catalog.discovery;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;
import org.entente.catalog.asset.RegisteredAsset;
import org.entente.catalog.asset.WithdrawnAsset;
import org.entente.catalog.content.KeyProvider;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Lists what the caller may know to exist. */
@Path("/catalog/assets")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assets")
class CatalogResource {
    private final Cards cards;
    private final Counts counts;
    private final Disclosures disclosures;
    private final KeyProvider keys;
    private final Caller caller;

    CatalogResource(Cards cards, Counts counts, Disclosures disclosures, KeyProvider keys, Caller caller) {
        this.cards = cards;
        this.counts = counts;
        this.disclosures = disclosures;
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List what may be discovered",
            description = "Newest first, complete and stable; follow next until it is absent.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssetPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "An unknown purpose, a limit outside 1 to 200, or no cursor of this reader's list.")
    @APIResponse(responseCode = "503", description = "No decision can be had now.")
    public Uni<Response> list(
            @QueryParam("purpose") @Parameter(example = "cyber-defence") @Nullable String purpose,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Parameter(schema = @Schema(minimum = "1", maximum = "200"))
                    String limit,
            @Context HttpServerRequest connection) {
        boolean all = seesAll();
        PageRequest.requirePurpose(purpose);
        PageRequest page = PageRequest.of(cursors(purpose), cursor, limit);
        Uni<?> found = all
                ? cards.all(page)
                : disclosures.show(asking(purpose, connection), sight -> cards.discoverable(page, sight));
        return found.map(CatalogResource::unstored);
    }

    @GET
    @Path("/count")
    @Operation(
            summary = "Count what may be discovered",
            description = "As many as the list has entries; beyond a limit it says that there are at least so many.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssetCount.class)))
    @APIResponse(responseCode = "400", description = "An unknown purpose.")
    @APIResponse(responseCode = "503", description = "No decision can be had now.")
    public Uni<Response> count(
            @QueryParam("purpose") @Parameter(example = "cyber-defence") @Nullable String purpose,
            @Context HttpServerRequest connection) {
        boolean all = seesAll();
        PageRequest.requirePurpose(purpose);
        Uni<?> found = all ? counts.all() : disclosures.show(asking(purpose, connection), counts::discoverable);
        return found.map(CatalogResource::unstored);
    }

    private Cursors cursors(@Nullable String purpose) {
        return new Cursors(keys, List.of(caller.nation(), caller.subject(), Objects.requireNonNullElse(purpose, "")));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An asset: all metadata for the home side, the card for a partner")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(schema = @Schema(oneOf = {RegisteredAsset.class, WithdrawnAsset.class, AssetCard.class})))
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Response> find(@PathParam("id") UUID id, @Context HttpServerRequest connection) {
        Uni<?> found = seesAll() ? cards.metadata(id) : cards.discoverable(id, asking(null, connection));
        return found.map(CatalogResource::unstored);
    }

    /** Whether the caller sees everything; someone who may see nothing gets a 403 problem. */
    private boolean seesAll() {
        if (caller.isHome()) {
            caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
            return true;
        }
        caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        return false;
    }

    private Asking asking(@Nullable String purpose, HttpServerRequest connection) {
        return new Asking(Subject.of(caller, connection), purpose, "purpose");
    }

    /** What may be discovered changes from one moment to the next. */
    private static Response unstored(Object body) {
        return Response.ok(body).header("Cache-Control", "no-store").build();
    }
}
