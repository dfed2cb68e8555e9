package org.entente.catalog.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Proposals to the board, and the ballots on them. */
@Path("/catalog/board/proposals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standards board")
class ProposalsResource {
    private static final int MOST = 200;
    private static final int LONGEST = 2_000;
    private static final Duration LONGEST_VOTE = Duration.ofDays(180);
    private static final String EXAMPLE = """
            {"kind": "marking-policy", "name": "ALLIANCE", "reason": "A group for the spring exercise.",
             "closes": "2026-12-01T00:00:00Z", "effective": "2027-01-01T00:00:00Z",
             "document": {"name": "ALLIANCE", "groups": [{"code": "SPRING-2027", "members": [{"code": "XAA"}, {"code": "XBB"}]}]}}""";

    private final Proposals proposals;
    private final Idempotency idempotency;
    private final Speaker speaker;

    ProposalsResource(Proposals proposals, Idempotency idempotency, Speaker speaker) {
        this.proposals = proposals;
        this.idempotency = idempotency;
        this.speaker = speaker;
    }

    /** What is proposed, as it is sent. */
    record Draft(
            @Schema(enumeration = {"marking-policy", "information-policy", "schema", "exchange-profile"}) @Nullable String kind,

            @Schema(examples = "ALLIANCE") @Nullable String name,
            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode document,
            @Nullable String reason,
            @Nullable Instant closes,
            @Nullable Instant effective) {

        Proposals.Draft required(Instant now) {
            Kind known = Kind.of(String.valueOf(kind))
                    .orElseThrow(() -> Problem.badRequest("/kind", "is not a kind of documents of the board"));
            if (name == null || name.isBlank() || name.length() > MOST) {
                throw Problem.badRequest("/name", "must have 1 to " + MOST + " characters");
            }
            if (document == null || !document.isObject()) {
                throw Problem.badRequest("/document", "must be an object");
            }
            if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
                throw Problem.badRequest("/reason", "must have 1 to " + LONGEST + " characters");
            }
            if (closes == null || !closes.isAfter(now) || closes.isAfter(now.plus(LONGEST_VOTE))) {
                throw Problem.badRequest("/closes", "must be within the next " + LONGEST_VOTE.toDays() + " days");
            }
            if (effective == null || effective.isBefore(closes)) {
                throw Problem.badRequest("/effective", "must not be before the vote closes");
            }
            return new Proposals.Draft(known, name, document, reason, closes, effective);
        }
    }

    /** What a party says. */
    record Ballot(
            @Schema(enumeration = {"yes", "no", "abstain"}) @Nullable Vote vote) {}

    /** A part of the list of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Proposal> proposals, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Propose a document of the alliance",
            description = "Refused at once where anybody would see more of what is stored than now.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Draft.class),
                            examples = @ExampleObject(name = "a new group", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Proposal.class)))
    @APIResponse(responseCode = "400", description = "The field is named.")
    @APIResponse(responseCode = "404", description = "There is no board, or the caller's side is no party.")
    @APIResponse(responseCode = "422", description = "It would widen what somebody sees; with a report.")
    public Uni<Response> propose(@Nullable Draft draft) {
        Representative proposer = speaker.representative();
        if (draft == null) {
            throw Problem.badRequest("", "is required");
        }
        return proposals.propose(
                draft.required(Instant.now()),
                proposer,
                (transaction, work) -> idempotency.once(transaction, draft, () -> work.get()
                        .map(proposal ->
                                new Created("/catalog/board/proposals/" + proposal.id(), told(proposal, proposer)))));
    }

    @GET
    @Operation(summary = "Proposals, newest first, for the parties")
    public Uni<Page> list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        Representative reader = speaker.representative();
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "is not a number from 1 to " + MOST);
        }
        return proposals.page(cursor, limit + 1, reader).map(found -> {
            List<Proposal> shown = found.stream()
                    .limit(limit)
                    .map(proposal -> told(proposal, reader))
                    .toList();
            return new Page(
                    shown, found.size() > limit ? shown.get(limit - 1).id().toString() : null);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A proposal, for the parties")
    public Uni<Proposal> get(@PathParam("id") UUID id) {
        Representative reader = speaker.representative();
        return proposals.find(id, reader).map(proposal -> told(proposal, reader));
    }

    @POST
    @Path("/{id}/ballots")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Vote for one's side, once",
            description = "With the last vote, or when the vote closes, the outcome is known.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @APIResponse(responseCode = "409", description = "The vote is closed, or the side has voted.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Proposal.class)))
    public Uni<Response> vote(@PathParam("id") UUID id, @Nullable Ballot ballot) {
        Representative voter = speaker.representative();
        Vote vote = ballot == null ? null : ballot.vote();
        if (vote == null) {
            throw Problem.badRequest("/vote", "must be yes, no or abstain");
        }
        return proposals.vote(
                id,
                vote,
                voter,
                (transaction, work) -> idempotency.once(transaction, List.of("ballot", id, vote), () -> work.get()
                        .map(proposal -> new Created(null, told(proposal, voter)))));
    }

    private static Proposal told(Proposal proposal, Representative reader) {
        return reader.isHome() ? proposal : proposal.forPartners();
    }
}
