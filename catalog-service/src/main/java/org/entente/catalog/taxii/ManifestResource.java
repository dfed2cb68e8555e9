package org.entente.catalog.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.taxii.Page.Item;
import org.entente.catalog.taxii.Served.Sending;
import org.jspecify.annotations.Nullable;

/** What a collection holds, without its content: exactly what its objects would show. */
@Path("/taxii2/{root}/collections/{collection}/manifest")
@Authenticated
@Tag(name = "TAXII 2.1")
class ManifestResource {
    private final Query query;
    private final Pages pages;
    private final Served served;

    ManifestResource(Query query, Pages pages, Served served) {
        this.query = query;
        this.pages = pages;
        this.served = served;
    }

    /** Manifest resource (TAXII 2.1, section 5.6.1). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @RegisterForReflection
    record Manifest(boolean more, @Nullable String next, List<Entry> objects) {}

    @RegisterForReflection
    record Entry(
            String id,
            @JsonProperty("date_added") String dateAdded,
            String version,
            @JsonProperty("media_type") String mediaType) {
        static Entry of(Item item) {
            return new Entry(
                    item.id(), Taxii.timestamp(item.place().added()), Taxii.version(item.version()), Taxii.STIX);
        }
    }

    @GET
    @Operation(summary = "Manifest of a collection", description = "In the order in which objects came; recorded.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Manifest.class)))
    @APIResponse(responseCode = "400", description = "A filter is malformed; it is named.")
    @APIResponse(responseCode = "404", description = "No such collection, or another's.")
    public Uni<Response> manifest(
            @PathParam("root") String root,
            @PathParam("collection") String collection,
            @Context UriInfo uri,
            @Context HttpServerRequest connection) {
        long since = System.nanoTime();
        return query.read(root, collection, uri, connection).chain(asked -> pages.fill(asked.request())
                .chain(page -> served.send(
                        new Sending(asked.request(), page, "manifest", since),
                        new Manifest(
                                page.more(),
                                asked.next(page),
                                page.items().stream().map(Entry::of).toList()))));
    }
}
