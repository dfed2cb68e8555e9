package org.entente.access.decision;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Searches (AuthZEN Authorization API 1.0 section 8): recorded before they are answered, like decisions. */
@Path("/access/v1/search")
@RolesAllowed("policy-enforcement-point")
@Consumes(MediaType.WILDCARD) // another type than JSON is a 400 here, not a 415
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection(targets = {Found.class, Paging.Page.class, Search.Result.class})
public class SearchResource {
    private static final String SUBJECT_EXAMPLE = """
            {"subject": {"type": "user"}, "action": {"name": "read"}, "resource": {"type": "record", "id": "record-1"},
             "page": {"limit": 2}}""";
    private static final String RESOURCE_EXAMPLE = """
            {"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"}, "resource": {"type": "record"}}""";
    private static final String ACTION_EXAMPLE = """
            {"subject": {"type": "user", "id": "alice"}, "resource": {"type": "record", "id": "record-1"}}""";

    private final Requests requests;
    private final SearchReader reader;
    private final Decisions decisions;

    SearchResource(Requests requests, SearchReader reader, Decisions decisions) {
        this.requests = requests;
        this.reader = reader;
        this.decisions = decisions;
    }

    /** Section 8.3; the page comes first, as is recommended there. */
    record Answered(Paging.Page page, Made context, List<Search.Result> results) {
        static Answered of(Answer answer) {
            Found found = (Found) answer.context();
            return new Answered(found.page(), new Made(found.decisionId(), found.epoch()), found.results());
        }
    }

    /** Where the search is on record. */
    record Made(UUID decisionId, long epoch) {}

    @POST
    @Path("/subject")
    @Operation(summary = "The subjects of a type that may do something with a resource")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "readers", value = SUBJECT_EXAMPLE)))
    public Uni<Object> subjects(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body)
            throws IOException {
        return search(Search.Kind.SUBJECT, type, body);
    }

    @POST
    @Path("/resource")
    @Operation(summary = "The resources of a type with which a subject may do something")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "readable", value = RESOURCE_EXAMPLE)))
    public Uni<Object> resources(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body)
            throws IOException {
        return search(Search.Kind.RESOURCE, type, body);
    }

    @POST
    @Path("/action")
    @Operation(summary = "What a subject may do with a resource")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "allowed", value = ACTION_EXAMPLE)))
    public Uni<Object> actions(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body)
            throws IOException {
        return search(Search.Kind.ACTION, type, body);
    }

    private Uni<Object> search(Search.Kind kind, @Nullable String type, byte[] body) throws IOException {
        Decisions.Item item = reader.read(kind, requests.read(type, body));
        return decisions.take(List.of(item), Batch.Semantic.EXECUTE_ALL).map(answers -> Answered.of(answers.get(0)));
    }
}
