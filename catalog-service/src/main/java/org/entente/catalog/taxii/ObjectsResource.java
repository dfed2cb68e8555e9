package org.entente.catalog.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.access.Asking;
import org.entente.catalog.contribution.Contributions;
import org.entente.catalog.contribution.Contributions.Contributor;
import org.entente.catalog.taxii.Page.Item;
import org.entente.catalog.taxii.Pages.Request;
import org.entente.catalog.taxii.Query.Asked;
import org.entente.catalog.taxii.Served.Sending;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Hands over the objects of a collection: each decided, and the page on record before it is sent. */
@Path("/taxii2/{root}/collections/{collection}/objects")
@Authenticated
@Tag(name = "TAXII 2.1")
class ObjectsResource {
    private static final String EXAMPLE = """
            {"objects": [{"type": "indicator", "spec_version": "2.1",
              "id": "indicator--c4a0e2ac-1d5a-4a0f-8f3d-3e4f7a8b9c10", "created": "2026-11-23T10:00:00.000Z",
              "modified": "2026-11-23T10:00:00.000Z", "pattern": "[ipv4-addr:value = '192.0.2.10']",
              "pattern_type": "stix", "valid_from": "2026-11-23T10:00:00Z"}]}""";

    private final Query query;
    private final Pages pages;
    private final Served served;
    private final Contributions contributions;
    private final TakingBack takingBack;
    private final Roots roots;
    private final Topics topics;
    private final Wire wire;

    ObjectsResource(
            Query query,
            Pages pages,
            Served served,
            Contributions contributions,
            TakingBack takingBack,
            Roots roots,
            Topics topics,
            Wire wire) {
        this.query = query;
        this.pages = pages;
        this.served = served;
        this.contributions = contributions;
        this.takingBack = takingBack;
        this.roots = roots;
        this.topics = topics;
        this.wire = wire;
    }

    /** Envelope resource (TAXII 2.1, section 3.7). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @RegisterForReflection
    record Envelope(
            boolean more,
            @Nullable String next,

            @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            List<ObjectNode> objects) {}

    /** Versions resource (TAXII 2.1, section 5.8.1). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @RegisterForReflection
    record Versions(boolean more, @Nullable String next, List<String> versions) {}

    @GET
    @Operation(summary = "Objects of a collection", description = "In the order in which they came.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Envelope.class)))
    @APIResponse(responseCode = "400", description = "A filter is malformed; it is named.")
    @APIResponse(responseCode = "404", description = "No such collection, or another's.")
    @APIResponse(responseCode = "503", description = "No decision can be had now; nothing was handed over.")
    public Uni<Response> objects(
            @PathParam("root") String root,
            @PathParam("collection") String collection,
            @Context UriInfo uri,
            @Context HttpServerRequest connection) {
        long since = System.nanoTime();
        return query.read(root, collection, uri, connection)
                .chain(asked -> pages.fill(asked.request()).chain(page -> send(asked, asked.request(), page, since)));
    }

    @POST
    @Operation(
            summary = "Contribute objects",
            description = "Checked one by one; what is wrong is kept apart, and the status says why. What carries no"
                    + " label of its own is marked as the contributor's, in the category of the collection.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Taxii.MEDIA_TYPE,
                            examples = @ExampleObject(name = "one indicator", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Status.class)))
    @APIResponse(
            responseCode = "403",
            description = "Nobody contributes to this collection, or no agreement in force lets this partner.")
    @APIResponse(responseCode = "413", description = "Too large; nothing was stored.")
    @APIResponse(responseCode = "422", description = "No envelope of objects; nothing was stored.")
    public Uni<Response> add(
            @PathParam("root") String root,
            @PathParam("collection") String collection,
            byte[] envelope,
            @Context HttpServerRequest connection) {
        Reader reader = roots.reader(root, connection);
        ApiRoot found = reader.root();
        return topics.require(found, collection).chain(topic -> {
            Asking asking = reader.asking();
            if (!topic.canWrite() || asking == null) {
                throw Problem.forbidden("Nobody contributes to this collection.");
            }
            return contributions
                    .receive(
                            envelope,
                            new Contributor(found.nation(), reader.actor(), found.name(), topic.category(), asking))
                    .map(contribution -> wire.answer(202, Status.of(contribution)));
        });
    }

    @GET
    @Path("/{object}")
    @Operation(summary = "An object, in its newest or in the wanted versions")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Envelope.class)))
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Response> object(
            @PathParam("root") String root,
            @PathParam("collection") String collection,
            @PathParam("object") String object,
            @Context UriInfo uri,
            @Context HttpServerRequest connection) {
        long since = System.nanoTime();
        return query.read(root, collection, uri, connection).chain(asked -> {
            Request request = one(asked, asked.request().filters().of(object));
            return pages.fill(request)
                    .call(page -> requireKnown(request, page, object))
                    .chain(page -> send(asked, request, page, since));
        });
    }

    @DELETE
    @Path("/{object}")
    @Operation(
            summary = "Take back an object",
            description =
                    "A contributor takes its own objects out of all collections, in all or in the wanted versions.")
    @APIResponse(responseCode = "200", description = "It is in no collection any more.")
    @APIResponse(responseCode = "403", description = "It is another originator's.")
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Response> takeBack(
            @PathParam("root") String root,
            @PathParam("collection") String collection,
            @PathParam("object") String object,
            @Context UriInfo uri,
            @Context HttpServerRequest connection) {
        boolean isAll = !uri.getQueryParameters().containsKey("match[version]");
        return query.read(root, collection, uri, connection).chain(asked -> {
            Filters filters = asked.request().filters().of(object);
            Request request = one(asked, isAll ? filters.allVersions() : filters);
            return takingBack.takeBack(request, object).replaceWith(() -> wire.ok(Map.of()));
        });
    }

    @GET
    @Path("/{object}/versions")
    @Operation(summary = "The versions of an object")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Taxii.MEDIA_TYPE, schema = @Schema(implementation = Versions.class)))
    @APIResponse(responseCode = "404", description = "Not there, or not there for this reader.")
    public Uni<Response> versions(
            @PathParam("root") String root,
            @PathParam("collection") String collection,
            @PathParam("object") String object,
            @Context UriInfo uri,
            @Context HttpServerRequest connection) {
        long since = System.nanoTime();
        return query.read(root, collection, uri, connection).chain(asked -> {
            Request request = one(asked, asked.request().filters().of(object).allVersions());
            return pages.fill(request)
                    .call(page -> requireKnown(request, page, object))
                    .chain(page -> served.send(
                            new Sending(request, page, "versions", since),
                            new Versions(page.more(), asked.next(page), versions(page))));
        });
    }

    private static Request one(Asked asked, Filters filters) {
        return new Request(asked.request().reader(), asked.request().topic(), filters);
    }

    /** That no version matches is one thing, that there is none at all another. */
    private Uni<Void> requireKnown(Request request, Page page, String object) {
        return page.items().isEmpty()
                ? pages.holds(request, object)
                        .invoke(isHeld -> {
                            if (!isHeld) {
                                throw Problem.notFound();
                            }
                        })
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Response> send(Asked asked, Request request, Page page, long since) {
        return served.send(
                new Sending(request, page, "objects", since),
                new Envelope(
                        page.more(),
                        asked.next(page),
                        page.items().stream().map(Item::content).toList()));
    }

    private static List<String> versions(Page page) {
        return page.items().stream().map(item -> Taxii.version(item.version())).toList();
    }
}
