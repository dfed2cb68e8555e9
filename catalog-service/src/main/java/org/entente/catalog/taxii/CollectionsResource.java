package org.entente.catalog.taxii;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The collections of an API root. */
@Path("/taxii2/{root}/collections")
@Authenticated
@Tag(name = "TAXII 2.1")
class CollectionsResource {
    private final Roots roots;
    private final Topics topics;
    private final Wire wire;

    CollectionsResource(Roots roots, Topics topics, Wire wire) {
        this.roots = roots;
        this.topics = topics;
        this.wire = wire;
    }

    /** Collections resource (TAXII 2.1, section 5.1.1). */
    @RegisterForReflection
    record Listed(List<Topic.Resource> collections) {}

    @GET
    @Operation(summary = "Collections", description = "One for each category of the information policy, by name.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "404", description = "No such API root, or another's.")
    public Uni<Response> list(@PathParam("root") String root) {
        return topics.of(roots.require(root))
                .map(found ->
                        wire.ok(new Listed(found.stream().map(Topic::resource).toList())));
    }

    @GET
    @Path("/{collection}")
    @Operation(summary = "A collection, by identifier or alias")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Topic.Resource.class)))
    @APIResponse(responseCode = "404", description = "No such collection, or another's.")
    public Uni<Response> find(@PathParam("root") String root, @PathParam("collection") String collection) {
        return topics.require(roots.require(root), collection).map(topic -> wire.ok(topic.resource()));
    }
}
