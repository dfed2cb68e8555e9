package org.entente.catalog.asset;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Versions of an asset: immutable, each supersedes the one before; readers get the newest. */
@Path("/catalog/assets/{id}/versions")
@Authenticated
@Tag(name = "Assets")
class VersionsResource {
    private final StoredAssets stored;
    private final Versions versions;
    private final Intake intake;
    private final Room room;
    private final NewAssets assets;
    private final Metadata metadata;
    private final Origins origins;
    private final Idempotency idempotency;
    private final Caller caller;

    VersionsResource(
            StoredAssets stored,
            Versions versions,
            Intake intake,
            Room room,
            NewAssets assets,
            Metadata metadata,
            Origins origins,
            Idempotency idempotency,
            Caller caller) {
        this.stored = stored;
        this.versions = versions;
        this.intake = intake;
        this.room = room;
        this.assets = assets;
        this.metadata = metadata;
        this.origins = origins;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register a new version",
            description = "The whole content anew; it supersedes the newest version, which stays as it is.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Registration.class),
                            examples = @ExampleObject(name = "a document", value = AssetsResource.DOCUMENT)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegisteredAsset.class)))
    @APIResponse(responseCode = "400", description = "The field is named; nothing was stored.")
    @APIResponse(responseCode = "404", description = "There is no such asset, or it was withdrawn.")
    @APIResponse(
            responseCode = "409",
            description = "It says under a looser label what the newest version says; two persons may downgrade that.")
    @APIResponse(responseCode = "412", description = "The newest version is another one.")
    @APIResponse(responseCode = "503", description = "Too much is being taken in at a time; nothing was stored.")
    public Uni<Response> supersede(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The version to be superseded, as an entity tag", example = "\"1\"")
                    @Nullable String expected,
            byte[] body) {
        caller.requireHome(Role.ORIGINATOR);
        String nation = caller.nation();
        String actor = caller.actor();
        String subject = caller.subject();
        return stored.find(id)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(newest -> {
                    requireOwn(newest, nation);
                    return room.<Response>with(body, () -> origins.now(nation, actor)
                            .chain(origin -> intake.prepare(body, origin, subject, Optional.of(newest)))
                            .chain(asset -> idempotency.once(
                                    List.of(id, asset.request()), () -> store(asset, expected, newest))));
                });
    }

    private Uni<Created> store(SealedAsset asset, @Nullable String expected, StoredAsset newest) {
        if (expected != null && !expected.equals("\"" + newest.version() + "\"")) {
            throw Problem.preconditionFailed("The newest version is another one.");
        }
        return assets.supersede(asset)
                .replaceWith(
                        new Created("/catalog/assets/" + asset.id() + "/versions/" + asset.version(), asset.answer()));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All versions of an asset, newest first, for the home side")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AssetVersion.class)))
    @APIResponse(responseCode = "404", description = "There is no such asset.")
    public Uni<List<AssetVersion>> all(@PathParam("id") UUID id) {
        requireReader();
        return versions.of(id).invoke(found -> {
            if (found.isEmpty()) {
                throw Problem.notFound();
            }
        });
    }

    @GET
    @Path("/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The metadata of one version, for the home side")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegisteredAsset.class)))
    @APIResponse(responseCode = "404", description = "There is no such version, or the asset was withdrawn.")
    public Uni<RegisteredAsset> find(@PathParam("id") UUID id, @PathParam("version") int version) {
        requireReader();
        return stored.find(id, version).chain(found -> metadata.of(found.orElseThrow(Problem::notFound)));
    }

    private void requireReader() {
        caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
    }

    /** Only its originator can say what an asset is; what others contributed is theirs to supersede. */
    private static void requireOwn(StoredAsset asset, String nation) {
        if (!asset.originator().equals(nation)) {
            throw Problem.forbidden("Only its originator may supersede it.");
        }
    }
}
