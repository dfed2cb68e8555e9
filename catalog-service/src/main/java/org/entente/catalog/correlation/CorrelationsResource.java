package org.entente.catalog.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
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
import java.util.List;
import java.util.Optional;
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
import org.entente.catalog.correlation.Notice.Offer;
import org.entente.catalog.discovery.Reaches;
import org.entente.catalog.shelf.Shelving;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** What an originator learns of matches, and what it offers because of them. */
@Path("/catalog/correlations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Correlation")
class CorrelationsResource {
    private static final int MOST = 100;
    private static final int MOST_ASSETS = 20;

    private final Notices notices;
    private final Shelving shelving;
    private final Reaches reaches;
    private final Caller caller;

    CorrelationsResource(Notices notices, Shelving shelving, Reaches reaches, Caller caller) {
        this.notices = notices;
        this.shelving = shelving;
        this.reaches = reaches;
        this.caller = caller;
    }

    /**
     * A page of notices.
     *
     * @param next names the place after which the next page begins; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Page(List<Notice> correlations, @Nullable UUID next) {}

    /**
     * What an originator offers.
     *
     * @param assets of its own that others with the same match should know of, as far as they may discover them
     */
    record Offering(@Nullable List<UUID> assets) {}

    /** Under which an offer is on record. */
    @RegisterForReflection
    record Offered(UUID id) {}

    @GET
    @Operation(
            summary = "Matches with something of one's own nation's",
            description = "That there is a match, and with what of one's own; never whose the other is, nor what.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "400", description = "A limit outside 1 to 100.")
    public Uni<Response> list(
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context HttpServerRequest connection) {
        String nation = originator();
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be a number from 1 to " + MOST);
        }
        Optional<Asking> asking = asking(connection);
        return shelving.catchUp()
                .chain(() -> isTold(asking))
                .chain(isTold -> isTold
                        ? notices.page(nation, cursor, limit + 1)
                        : Uni.createFrom().<List<Notice>>item(List.of()))
                .chain(found -> page(found, limit, asking))
                .map(page ->
                        Response.ok(page).header("Cache-Control", "no-store").build());
    }

    @POST
    @Path("/{id}/offers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Offer more to those who have the same match",
            description = "They learn who offers, and of the assets named those that they may discover.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Offering.class),
                            examples =
                                    @ExampleObject(
                                            name = "one asset",
                                            value = "{\"assets\": [\"2d086da7-4bdc-4f91-900e-d77486753710\"]}")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Offered.class)))
    @APIResponse(responseCode = "404", description = "No such match, or another's.")
    @APIResponse(responseCode = "422", description = "Not all of the assets are one's own.")
    public Uni<Response> offer(
            @PathParam("id") UUID id, @Nullable Offering offering, @Context HttpServerRequest connection) {
        String nation = originator();
        String actor = caller.actor();
        List<UUID> assets = assets(offering);
        return isTold(asking(connection))
                .chain(isTold ->
                        isTold ? notices.exists(nation, id) : Uni.createFrom().item(false))
                .invoke(exists -> {
                    if (!exists) {
                        throw Problem.notFound();
                    }
                })
                .chain(() -> notices.areOwn(nation, assets))
                .chain(own -> {
                    if (!own) {
                        throw Problem.unprocessable("/assets", "names what is not your own");
                    }
                    Offered offered = new Offered(UUID.randomUUID());
                    return notices.offer(new Notices.Draft(offered.id(), id, nation, assets, actor))
                            .replaceWith(
                                    () -> Response.status(201).entity(offered).build());
                });
    }

    private Optional<Asking> asking(HttpServerRequest connection) {
        return caller.isHome()
                ? Optional.empty()
                : Optional.of(new Asking(Subject.of(caller, connection), null, "purpose"));
    }

    /** A partner that may know of nothing, such as one that is suspended, is not told of matches either. */
    private Uni<Boolean> isTold(Optional<Asking> asking) {
        return asking.isEmpty() ? Uni.createFrom().item(true) : reaches.discoversAnything(asking.get());
    }

    private Uni<Page> page(List<Notice> found, int limit, Optional<Asking> asking) {
        boolean isMore = found.size() > limit;
        return Multi.createFrom()
                .iterable(isMore ? found.subList(0, limit) : found)
                .onItem()
                .transformToUniAndConcatenate(notice -> discoverable(notice, asking))
                .collect()
                .asList()
                .map(shown -> new Page(shown, isMore ? shown.get(limit - 1).id() : null));
    }

    private static List<UUID> assets(@Nullable Offering offering) {
        List<UUID> assets = offering == null || offering.assets() == null
                ? List.of()
                : offering.assets().stream().distinct().toList();
        if (assets.size() > MOST_ASSETS) {
            throw Problem.tooLarge("/assets", "has more than " + MOST_ASSETS + " entries");
        }
        return assets;
    }

    /** The nation whose own is meant; who answers for it. */
    private String originator() {
        if (caller.isHome()) {
            caller.requireHome(Role.ORIGINATOR);
        } else {
            caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        }
        return caller.nation();
    }

    private Uni<Notice> discoverable(Notice notice, Optional<Asking> asking) {
        return Multi.createFrom()
                .iterable(notice.offers())
                .onItem()
                .transformToUniAndConcatenate(offer -> discoverable(offer, asking))
                .collect()
                .asList()
                .map(notice::with);
    }

    private Uni<Offer> discoverable(Offer offer, Optional<Asking> asking) {
        return Multi.createFrom()
                .iterable(offer.assets())
                .onItem()
                .transformToUniAndConcatenate(asset -> asking.isEmpty()
                        ? Uni.createFrom().item(Optional.of(asset))
                        : reaches.discoverable(asset, asking.get()).map(found -> found.map(known -> known.id())))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .map(assets -> new Offer(offer.from(), offer.at(), assets));
    }
}
