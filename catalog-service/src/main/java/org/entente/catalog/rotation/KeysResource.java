package org.entente.catalog.rotation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.content.Keyring;
import org.entente.catalog.content.OffEventLoop;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** What the operator does about keys. */
@Path("/catalog/keys")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
class KeysResource {
    private final Keyring keyring;
    private final KeyRotations rotations;
    private final Rewrapping rewrapping;
    private final Caller caller;

    KeysResource(Keyring keyring, KeyRotations rotations, Rewrapping rewrapping, Caller caller) {
        this.keyring = keyring;
        this.rotations = rotations;
        this.rewrapping = rewrapping;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Which key-encryption keys are in use, and for how many keys")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeyCensus.class)))
    public Uni<KeyCensus> census() {
        caller.requireHome(Role.OPERATOR);
        return rotations.census().map(held -> new KeyCensus(keyring.primary(), held));
    }

    @POST
    @Path("/rotations")
    @Operation(
            summary = "Begin to pass all wrapped keys to the primary key",
            description = "The service goes on meanwhile. Asked again while it is running, it is the same one.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = KeyRotation.class)))
    @APIResponse(responseCode = "200", description = "One to the same key is running already.")
    @APIResponse(responseCode = "503", description = "The keys cannot be read.")
    public Uni<Response> begin() {
        caller.requireHome(Role.OPERATOR);
        String actor = caller.actor();
        return OffEventLoop.run(this::newestPrimary)
                .chain(target -> rotations.begin(target, actor))
                .invoke(rewrapping::wake)
                .map(asked -> (asked.isNew() ? Response.created(location(asked.rotation())) : Response.ok())
                        .entity(asked.rotation())
                        .build());
    }

    @GET
    @Path("/rotations")
    @Operation(summary = "The newest rotations")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = KeyRotation.class)))
    public Uni<List<KeyRotation>> newest() {
        caller.requireHome(Role.OPERATOR);
        return rotations.newest();
    }

    @GET
    @Path("/rotations/{id}")
    @Operation(summary = "A rotation and how far it is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeyRotation.class)))
    @APIResponse(responseCode = "404", description = "There is no such rotation.")
    public Uni<KeyRotation> find(@PathParam("id") UUID id) {
        caller.requireHome(Role.OPERATOR);
        return rotations.find(id).map(found -> found.orElseThrow(Problem::notFound));
    }

    private String newestPrimary() {
        try {
            keyring.refresh();
            return keyring.primary();
        } catch (IllegalStateException unreadable) {
            throw Problem.unavailable("The keys cannot be read: " + unreadable.getMessage());
        }
    }

    private static URI location(KeyRotation rotation) {
        return URI.create("/catalog/keys/rotations/" + rotation.id());
    }
}
