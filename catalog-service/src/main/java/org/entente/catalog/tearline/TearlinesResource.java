package org.entente.catalog.tearline;

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

/** Tearlines of an asset: guidance, drafts, review, and the decision of a second person. */
@Path("/catalog/assets/{id}/tearlines")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tearlines")
@RegisterForReflection(
        targets = {
            Guidance.class,
            Guidance.Sees.class,
            Guidance.Blocking.class,
            Guidance.Guided.class,
            Guidance.Because.class,
            GuidanceRequest.class,
            Diff.class,
            Diff.Compared.class,
            Change.class,
            TearlinesResource.Page.class
        })
class TearlinesResource {
    private static final int MOST = 200;
    private static final String AUDIENCE = """
            {"audience": {"partner": "XBB", "purpose": "cyber-defence", "clearances": ["ALLIANCE:SECRET"]}}""";
    private static final String DRAFT = """
            {"audience": {"partner": "XBB", "purpose": "cyber-defence", "clearances": ["ALLIANCE:SECRET"]},
             "label": {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB"],
                       "categories": ["situational-awareness"]},
             "portions": [{"portion": "malware--31b940d4-6f7f-459a-80ea-9c1f17b5891b",
                           "masks": [{"path": "description", "mask": "replace", "with": "Steals credentials."},
                                     {"path": "first_seen", "mask": "generalise", "to": "month"}]}]}""";

    private final Guide guide;
    private final Drafts drafts;
    private final Comparison comparison;
    private final TearlineDecisions decisions;
    private final Tearlines tearlines;
    private final Announcements announcements;
    private final Caller caller;

    TearlinesResource(
            Guide guide,
            Drafts drafts,
            Comparison comparison,
            TearlineDecisions decisions,
            Tearlines tearlines,
            Announcements announcements,
            Caller caller) {
        this.guide = guide;
        this.drafts = drafts;
        this.comparison = comparison;
        this.decisions = decisions;
        this.tearlines = tearlines;
        this.announcements = announcements;
        this.caller = caller;
    }

    /**
     * Some tearlines.
     *
     * @param next the cursor of the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<TearlineView> tearlines, @Nullable String next) {}

    @POST
    @Path("/guidance")
    @Operation(
            summary = "What would an audience see now, what blocks the rest, and which masks would help",
            description =
                    "Nothing is decided or shown to anybody. The same asset, policy and audience always get the same.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = GuidanceRequest.class),
                            examples = @ExampleObject(name = "for XBB", value = AUDIENCE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Guidance.class)))
    @APIResponse(responseCode = "403", description = "Not an originator's, or not of our origin.")
    public Uni<Guidance> guide(@PathParam("id") UUID id, @Nullable GuidanceRequest request) {
        caller.requireHome(Role.ORIGINATOR);
        return guide.guide(id, present(request), caller.actor());
    }

    @POST
    @Operation(
            summary = "Draft a tearline",
            description =
                    "It never changes. What it is made of, with which masks, can be reviewed by its content and diff.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DraftRequest.class),
                            examples = @ExampleObject(name = "one object", value = DRAFT)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TearlineView.class)))
    @APIResponse(
            responseCode = "422",
            description = "The label is too high, or lifts what is not the originator's to lift.")
    public Uni<Response> draft(@PathParam("id") UUID id, @Nullable DraftRequest request) {
        caller.requireHome(Role.ORIGINATOR);
        return drafts.draft(id, present(request), Person.of(caller));
    }

    @GET
    @Operation(summary = "The tearlines of an asset in whatever state, newest first, without their content")
    public Uni<Page> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to " + MOST);
        }
        return tearlines.page(id, Optional.ofNullable(cursor), limit + 1).map(found -> {
            List<TearlineView> page = found.stream()
                    .limit(limit)
                    .map(tearline -> announcements.view(tearline, null))
                    .toList();
            return new Page(
                    page, found.size() > limit ? page.get(page.size() - 1).id().toString() : null);
        });
    }

    @GET
    @Path("/{tearline}")
    @Operation(summary = "A tearline with its content, for who reviews it")
    @APIResponse(responseCode = "404", description = "No such tearline of this asset.")
    public Uni<TearlineView> find(@PathParam("id") UUID id, @PathParam("tearline") UUID tearline) {
        caller.requireHome(Role.ORIGINATOR);
        return comparison.opened(id, tearline, caller.actor());
    }

    @GET
    @Path("/{tearline}/diff")
    @Operation(summary = "A tearline beside what it is made of")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Diff.class)))
    public Uni<Diff> diff(
            @PathParam("id") UUID id,
            @PathParam("tearline") UUID tearline,
            @QueryParam("from") @DefaultValue("0") int from) {
        caller.requireHome(Role.ORIGINATOR);
        if (from < 0) {
            throw Problem.badRequest("from", "must be 0 or more");
        }
        return comparison.diff(id, tearline, from, caller.actor());
    }

    @POST
    @Path("/{tearline}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Approve a tearline, by another person than its author",
            description = "From the answer on it takes part in every decision about the asset.")
    @APIResponse(responseCode = "403", description = "By its author.")
    @APIResponse(responseCode = "409", description = "Not open any more, or the asset has a newer version.")
    public Uni<TearlineView> approve(@PathParam("id") UUID id, @PathParam("tearline") UUID tearline) {
        caller.requireHome(Role.ORIGINATOR);
        return decisions.decide(id, tearline, Move.APPROVE, Person.of(caller), null);
    }

    @POST
    @Path("/{tearline}/rejection")
    @Operation(summary = "Reject a tearline for a reason, by another person than its author")
    public Uni<TearlineView> reject(
            @PathParam("id") UUID id, @PathParam("tearline") UUID tearline, @Nullable Reason reason) {
        caller.requireHome(Role.ORIGINATOR);
        return decisions.decide(id, tearline, Move.REJECT, Person.of(caller), Reason.require(reason));
    }

    @POST
    @Path("/{tearline}/withdrawal")
    @Operation(
            summary = "Withdraw a tearline for a reason",
            description = "Effective before the answer; nobody is shown it any more.")
    public Uni<TearlineView> withdraw(
            @PathParam("id") UUID id, @PathParam("tearline") UUID tearline, @Nullable Reason reason) {
        caller.requireHome(Role.ORIGINATOR);
        return decisions.decide(id, tearline, Move.WITHDRAW, Person.of(caller), Reason.require(reason));
    }

    private static <T> T present(@Nullable T request) {
        if (request == null) {
            throw Problem.badRequest("", "is required");
        }
        return request;
    }
}
