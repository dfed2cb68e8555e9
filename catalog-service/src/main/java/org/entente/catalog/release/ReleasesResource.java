package org.entente.catalog.release;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Subject;
import org.entente.catalog.release.HandingOver.Handed;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Releases that were made: what each is to whom, and its package. */
@Path("/catalog/releases")
@Authenticated
@Tag(name = "Releases")
class ReleasesResource {
    private static final int MOST = 200;

    private final KeptReleases releases;
    private final HandingOver handingOver;
    private final Caller caller;

    ReleasesResource(KeptReleases releases, HandingOver handingOver, Caller caller) {
        this.releases = releases;
        this.handingOver = handingOver;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Releases, newest first: all for the home side, its own for a partner")
    public Uni<Release.Page> list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "is not a number from 1 to " + MOST);
        }
        return releases.page(reader(), cursor, limit + 1).map(found -> page(found, limit));
    }

    private static Release.Page page(List<KeptRelease> found, int limit) {
        List<Release> shown =
                found.stream().limit(limit).map(KeptRelease::release).toList();
        String next = found.size() > limit ? shown.get(limit - 1).id().toString() : null;
        return new Release.Page(shown, next);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A release")
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Release> get(@PathParam("id") UUID id) {
        return find(id, reader()).map(KeptRelease::release);
    }

    @GET
    @Path("/{id}/package")
    @Produces("application/zip")
    @Operation(
            summary = "The package of a release",
            description = "For its recipient, or for the home liaison officer who carries it there. Decided anew and on"
                    + " record before it is answered. How to verify it: docs/releases.md.")
    @APIResponse(
            responseCode = "200",
            description =
                    "A ZIP archive, attachments at its end. What breaks off was withdrawn or marked anew meanwhile.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "Not permitted any more.")
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    @APIResponse(responseCode = "409", description = "A newer version of the asset took its place.")
    public RestMulti<Buffer> fetch(@PathParam("id") UUID id, @Context HttpServerRequest connection) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER);
            return sent(find(id, null)
                    .chain(kept -> handed(kept, kept.release().recipient().subject())));
        }
        String partner = caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        Subject subject = Subject.of(caller, connection).loggedIn(caller);
        return sent(find(id, partner).chain(kept -> {
            if (!subject.id().equals(kept.release().recipient().person())) {
                throw Problem.notFound();
            }
            return handed(kept, subject);
        }));
    }

    private Uni<Handed> handed(KeptRelease kept, Subject subject) {
        Release release = kept.release();
        Handing handing = new Handing(
                release.assetId(), release.purpose(), release.recipient(), subject, caller.actor(), caller.isHome());
        return handingOver.handOver(kept, handing);
    }

    private RestMulti<Buffer> sent(Uni<Handed> handed) {
        return RestMulti.fromUniResponse(
                handed,
                handingOver::bytes,
                one -> Map.of(
                        HttpHeaders.CACHE_CONTROL,
                        List.of("no-store"),
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"release-"
                                + one.release().id() + ".zip\"")));
    }

    private Uni<KeptRelease> find(UUID id, @Nullable String partner) {
        return releases.find(id, partner).map(found -> found.orElseThrow(Problem::notFound));
    }

    /** Whose releases the caller may see; absent for all. */
    private @Nullable String reader() {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.ORIGINATOR, Role.AUDITOR);
            return null;
        }
        return caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
    }
}
