package org.entente.catalog.attachment;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Takes in attachments, before the version that they become portions of. */
@Path("/catalog/attachments")
@Authenticated
@Tag(name = "Assets")
class AttachmentsResource {
    private static final int LONGEST_TYPE = 200;

    private final Receiving receiving;
    private final Caller caller;
    private final Semaphore room;
    private final Duration keptFor;

    AttachmentsResource(Receiving receiving, Caller caller, AttachmentConfig config) {
        this.receiving = receiving;
        this.caller = caller;
        this.room = new Semaphore(config.uploadsAtOnce());
        this.keptFor = config.keptFor();
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Upload an attachment of any type",
            description = "Up to 1 GiB as it is. Then name its id among the attachments of a new asset or version.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Uploaded.class)))
    @APIResponse(responseCode = "413", description = "Too large; nothing was stored.")
    @APIResponse(responseCode = "503", description = "Too many uploads at a time.")
    public Response upload(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type, InputStream body)
            throws IOException {
        caller.requireHome(Role.ORIGINATOR);
        String mediaType = mediaType(type);
        if (!room.tryAcquire()) {
            throw Problem.unavailable("There are too many uploads at a time.");
        }
        try {
            Upload upload = receiving.receive(body, caller.subject(), mediaType);
            return Response.created(URI.create("/catalog/attachments/" + upload.id()))
                    .entity(uploaded(upload))
                    .build();
        } finally {
            room.release();
        }
    }

    private static String mediaType(@Nullable MediaType type) {
        String stated = (type == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : type).toString();
        if (stated.length() > LONGEST_TYPE) {
            throw Problem.badRequest(HttpHeaders.CONTENT_TYPE, "has more than " + LONGEST_TYPE + " characters");
        }
        return stated;
    }

    private Uploaded uploaded(Upload upload) {
        Instant keptUntil = Instant.now().plus(keptFor).truncatedTo(ChronoUnit.SECONDS);
        return new Uploaded(upload.id(), upload.mediaType(), upload.size(), upload.sha256(), keptUntil);
    }
}
