package org.entente.catalog.taxii;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Asking;
import org.entente.catalog.contribution.ContributionRights;

/** The collections of an API root. */
@Path("/taxii2/{root}/collections")
@Authenticated
@Tag(name = "TAXII 2.1")
class CollectionsResource {
    private final Roots roots;
    private final Topics topics;
    private final ContributionRights rights;
    private final Wire wire;

    CollectionsResource(Roots roots, Topics topics, ContributionRights rights, Wire wire) {
        this.roots = roots;
        this.topics = topics;
        this.rights = rights;
        this.wire = wire;
    }

    /** Collections resource (TAXII 2.1, section 5.1.1). */
    @RegisterForReflection
    record Listed(List<Topic.Resource> collections) {}

    @GET
    @Operation(
            summary = "Collections",
            description =
                    "One for each category of the information policy, by name. can_write is decided, as it is when"
                            + " something is contributed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "404", description = "No such API root, or another's.")
    @APIResponse(responseCode = "503", description = "No decision can be had now.")
    public Uni<Response> list(@PathParam("root") String root, @Context HttpServerRequest connection) {
        Reader reader = roots.reader(root, connection);
        return topics.of(reader.root())
                .chain(found -> decided(reader, found))
                .map(found ->
                        wire.ok(new Listed(found.stream().map(Topic::resource).toList())));
    }

    /** The same, saying what this reader may contribute to. */
    private Uni<List<Topic>> decided(Reader reader, List<Topic> found) {
        Asking asking = reader.asking();
        List<String> categories =
                found.stream().filter(Topic::canWrite).map(Topic::category).toList();
        return asking == null
                ? Uni.createFrom().item(found)
                : rights.open(reader.root().nation(), asking, categories).map(open -> found.stream()
                        .map(topic -> topic.writable(open.contains(topic.category())))
                        .toList());
    }

    @GET
    @Path("/{collection}")
    @Operation(summary = "A collection, by identifier or alias")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Topic.Resource.class)))
    @APIResponse(responseCode = "404", description = "No such collection, or another's.")
    @APIResponse(responseCode = "503", description = "No decision can be had now.")
    public Uni<Response> find(
            @PathParam("root") String root,
            @PathParam("collection") String collection,
            @Context HttpServerRequest connection) {
        Reader reader = roots.reader(root, connection);
        return topics.require(reader.root(), collection)
                .chain(topic -> decided(reader, List.of(topic)))
                .map(found -> wire.ok(found.get(0).resource()));
    }
}
