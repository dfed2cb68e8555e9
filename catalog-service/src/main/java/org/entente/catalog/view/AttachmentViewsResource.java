package org.entente.catalog.view;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.view.AttachmentDownload.Begun;
import org.entente.catalog.view.AttachmentDownload.Wanted;
import org.entente.catalog.view.Views.Permitted;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Sends the attachments of an asset that its reader may see. */
@Path("/catalog/assets/{id}/attachments/{portion}")
@Authenticated
@Tag(name = "Assets")
class AttachmentViewsResource {
    private final Views views;
    private final AttachmentDownload download;
    private final Caller caller;

    AttachmentViewsResource(Views views, AttachmentDownload download, Caller caller) {
        this.views = views;
        this.download = download;
        this.caller = caller;
    }

    /** The type is always that of mere bytes, so that no browser runs what somebody has uploaded. */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Read an attachment for a purpose",
            description =
                    "Decided and recorded like a view. What breaks off before its end was withdrawn, marked anew, or changed"
                            + " in the store. To go on where a download broke off, ask for the rest with Range and, as If-Range, the"
                            + " ETag; that is decided and recorded anew.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range that was asked for.")
    @APIResponse(responseCode = "400", description = "The purpose is missing or none of the vocabulary.")
    @APIResponse(responseCode = "403", description = "Denied, or to be looked at only.")
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    @APIResponse(responseCode = "416", description = "Nothing of it is in that range.")
    @APIResponse(responseCode = "503", description = "No decision can be had now; nothing was sent.")
    public RestMulti<Buffer> read(
            @PathParam("id") UUID id,
            @PathParam("portion") @Parameter(example = "attachment:5f0c1ad97b3e") String portion,
            @QueryParam("purpose") @Parameter(example = "cyber-defence") @Nullable String purpose,
            @HeaderParam("Range") @Parameter(example = "bytes=1048576-") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context HttpServerRequest connection) {
        Wanted wanted = new Wanted(portion, new ByteRange.Asked(range, ifRange));
        Uni<Begun> begun = caller.isHome() ? own(id, wanted, purpose) : decided(id, wanted, purpose, connection);
        return RestMulti.fromUniResponse(
                begun,
                download::all,
                AttachmentViewsResource::headers,
                one -> one.range().isPresent() ? Status.PARTIAL_CONTENT.getStatusCode() : Status.OK.getStatusCode());
    }

    private Uni<Begun> own(UUID id, Wanted wanted, @Nullable String purpose) {
        caller.requireHome(Role.ORIGINATOR);
        Reading reading =
                new Reading(ViewRequest.requirePurpose(purpose, "purpose"), null, caller.actor(), caller.subject());
        return views.whole(id).chain(whole -> download.begin(whole, wanted, reading));
    }

    private Uni<Begun> decided(UUID id, Wanted wanted, @Nullable String purpose, HttpServerRequest connection) {
        String partner = caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        Reading reading =
                new Reading(ViewRequest.requirePurpose(purpose, "purpose"), partner, caller.actor(), caller.subject());
        Uni<Permitted> permitted = views.permitted(
                id, new Asking(Subject.of(caller, connection).loggedIn(caller), reading.purpose(), "purpose"));
        return permitted.chain(some -> download.begin(some, wanted, reading));
    }

    private static Map<String, List<String>> headers(Begun begun) {
        Attached attached = begun.attached();
        String name = URLEncoder.encode(attached.name(), StandardCharsets.UTF_8).replace("+", "%20");
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(attached.sha256()));
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                HttpHeaders.CACHE_CONTROL,
                List.of("no-store"),
                HttpHeaders.CONTENT_DISPOSITION,
                List.of("attachment; filename*=UTF-8''" + name),
                HttpHeaders.ETAG,
                List.of(begun.etag()),
                "Accept-Ranges",
                List.of("bytes"),
                "Content-Security-Policy",
                List.of("sandbox"),
                "Repr-Digest",
                List.of("sha-256=:" + digest + ":")));
        begun.range().ifPresent(range -> headers.put("Content-Range", List.of(range.contentRange())));
        return headers;
    }
}
