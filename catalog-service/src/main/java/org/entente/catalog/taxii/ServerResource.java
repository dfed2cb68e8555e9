package org.entente.catalog.taxii;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.contribution.StoredContributions;
import org.entente.http.LargestBody;
import org.entente.http.Problem;

/** Where a TAXII client begins: the server, and its API roots. */
@Path("/taxii2")
@Authenticated
@Tag(name = "TAXII 2.1")
class ServerResource {
    private final Roots roots;
    private final Wire wire;
    private final TaxiiConfig config;
    private final StoredContributions contributions;
    private final long maxContentLength;

    ServerResource(Roots roots, Wire wire, TaxiiConfig config, StoredContributions contributions, LargestBody largest) {
        this.roots = roots;
        this.wire = wire;
        this.config = config;
        this.contributions = contributions;
        this.maxContentLength = largest.bytes();
    }

    /** Discovery resource (TAXII 2.1, section 4.1.1). */
    @RegisterForReflection
    record Discovery(
            String title,
            String description,
            @JsonProperty("default") String defaultRoot,
            @JsonProperty("api_roots") List<String> apiRoots) {}

    @GET
    @Operation(summary = "Server discovery", description = "Names the API roots of the caller, one for each purpose.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Discovery.class)))
    @APIResponse(responseCode = "406", description = "The client does not accept TAXII 2.1.")
    public Response discovery(@Context UriInfo uri) {
        // Whole addresses: not every client understands others.
        List<String> paths = roots.all().stream()
                .map(root -> uri.getBaseUri().resolve(root.path()).toString())
                .toList();
        return wire.ok(new Discovery(
                config.title(), "What may be shared, object by object, by decision.", paths.get(0), paths));
    }

    @GET
    @Path("/{root}")
    @Operation(summary = "API root information")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = Taxii.MEDIA_TYPE,
                            schema = @Schema(implementation = ApiRoot.Information.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another's.")
    public Response information(@PathParam("root") String root) {
        return wire.ok(roots.require(root).information(maxContentLength));
    }

    @GET
    @Path("/{root}/status/{id}")
    @Operation(summary = "What became of a contribution", description = "Kept for as long as the contribution is.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Status.class)))
    @APIResponse(responseCode = "404", description = "Not there, or another's.")
    public Uni<Response> status(@PathParam("root") String root, @PathParam("id") UUID id) {
        ApiRoot found = roots.require(root);
        return contributions.find(id, false).map(contribution -> contribution
                .filter(one ->
                        one.partner().equals(found.nation()) && one.root().equals(found.name()))
                .map(one -> wire.ok(Status.of(one)))
                .orElseThrow(Problem::notFound));
    }
}
