package org.entente.catalog.redaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.approval.Move;
import org.entente.catalog.approval.Person;
import org.entente.catalog.approval.Reason;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Redaction, downgrading and declassification: portions get another label, by two originators. */
@Path("/catalog/assets/{id}/remarkings")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Markings")
class RemarkingsResource {
    private static final int MOST = 200;
    private static final String EXAMPLE = """
            {"reason": "The source has been exposed.",
             "changes": [{"portions": ["indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2"],
                          "label": {"policy": "ALLIANCE", "classification": "SECRET", "categories": ["sensitive"]}}]}""";

    private final Proposing proposing;
    private final RemarkingDecisions decisions;
    private final Remarkings remarkings;
    private final Caller caller;

    RemarkingsResource(Proposing proposing, RemarkingDecisions decisions, Remarkings remarkings, Caller caller) {
        this.proposing = proposing;
        this.decisions = decisions;
        this.remarkings = remarkings;
        this.caller = caller;
    }

    /**
     * Some proposals.
     *
     * @param next the cursor of the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Page(List<RemarkingView> remarkings, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Propose to mark portions anew",
            description = "Stricter is a redaction, anything else a downgrade; both need a second originator.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemarkingRequest.class),
                            examples = @ExampleObject(name = "redaction", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RemarkingView.class)))
    @APIResponse(responseCode = "403", description = "Not of our origin, or not an originator's to do.")
    @APIResponse(responseCode = "422", description = "The label lifts what is not the originator's to lift.")
    public Uni<Response> propose(@PathParam("id") UUID id, @Nullable RemarkingRequest request) {
        caller.requireHome(Role.ORIGINATOR);
        if (request == null) {
            throw Problem.badRequest("", "is required");
        }
        return proposing.propose(id, request, Person.of(caller));
    }

    @GET
    @Operation(summary = "What was proposed for an asset, newest first")
    public Uni<Page> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to " + MOST);
        }
        return remarkings.page(id, Optional.ofNullable(cursor), limit + 1).map(found -> {
            List<RemarkingView> page = found.stream()
                    .limit(limit)
                    .map(remarking -> remarkings.view(remarking, null))
                    .toList();
            return new Page(
                    page, found.size() > limit ? page.get(page.size() - 1).id().toString() : null);
        });
    }

    @GET
    @Path("/{remarking}")
    @Operation(summary = "A proposal and what became of it")
    @APIResponse(responseCode = "404", description = "No such proposal about this asset.")
    public Uni<RemarkingView> find(@PathParam("id") UUID id, @PathParam("remarking") UUID remarking) {
        caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
        return decisions.view(id, remarking);
    }

    @POST
    @Path("/{remarking}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Approve, by another person than the one who proposed",
            description =
                    "Content is sealed under the new labels. Whatever is shown or listed after the answer stands under"
                            + " them; views and lists under way are decided anew. A redaction also withdraws the tearlines made of it.")
    @APIResponse(responseCode = "403", description = "By the one who proposed.")
    @APIResponse(responseCode = "409", description = "Not open any more, or not about the present labels.")
    public Uni<RemarkingView> approve(@PathParam("id") UUID id, @PathParam("remarking") UUID remarking) {
        caller.requireHome(Role.ORIGINATOR);
        return decisions.approve(id, remarking, Person.of(caller));
    }

    @POST
    @Path("/{remarking}/rejection")
    @Operation(summary = "Reject for a reason, by another person than the one who proposed")
    public Uni<RemarkingView> reject(
            @PathParam("id") UUID id, @PathParam("remarking") UUID remarking, @Nullable Reason reason) {
        caller.requireHome(Role.ORIGINATOR);
        return decisions.close(id, remarking, Move.REJECT, Person.of(caller), Reason.require(reason));
    }

    @POST
    @Path("/{remarking}/withdrawal")
    @Operation(summary = "Withdraw a proposal for a reason")
    public Uni<RemarkingView> withdraw(
            @PathParam("id") UUID id, @PathParam("remarking") UUID remarking, @Nullable Reason reason) {
        caller.requireHome(Role.ORIGINATOR);
        return decisions.close(id, remarking, Move.WITHDRAW, Person.of(caller), Reason.require(reason));
    }
}
