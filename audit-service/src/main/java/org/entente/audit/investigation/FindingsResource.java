package org.entente.audit.investigation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.investigation.Moves.Change;
import org.entente.audit.investigation.Moves.Order;
import org.entente.audit.investigation.Moves.Step;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What is found: that it was nothing, or a breach. One auditor proposes it, another confirms it, and both name the version they read. */
@Path("/audit/investigations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investigations")
@APIResponse(responseCode = "200", description = "The case as it is now")
@APIResponse(responseCode = "403", description = "The same person cannot do both")
@APIResponse(responseCode = "409", description = "The state of the case does not allow this")
@APIResponse(
        responseCode = "412",
        description = "Someone else changed it first; `state` and `version` are the new ones")
@APIResponse(responseCode = "428", description = "`If-Match` is missing")
class FindingsResource {

    private static final int MOST_PARTIES = 50;

    private final Moves moves;
    private final Consequences consequences;
    private final Answers answers;
    private final Caller caller;

    FindingsResource(Moves moves, Consequences consequences, Answers answers, Caller caller) {
        this.moves = moves;
        this.consequences = consequences;
        this.answers = answers;
        this.caller = caller;
    }

    /** Why. */
    @Schema(examples = "{\"reason\": \"A change of shifts, confirmed by the partner's officer.\"}")
    public record Reason(@Nullable String reason) {}

    /** What was broken, how badly, and who besides the parties of the agreement is owed to be told. */
    @Schema(
            examples =
                    "{\"severity\": \"serious\", \"agreement\": \"0b0f2c7e-1df5-4cf1-9f5c-1d5f4b8a7f10\", \"reason\": \"Copies were passed on.\", \"owed\": [\"XCC\"], \"statement\": true}")
    public record Breach(
            @Nullable Severity severity,
            @Nullable String agreement,
            @Nullable String reason,
            @Nullable List<String> owed,
            @Nullable Boolean statement) {}

    @POST
    @Path("{id}/dismissal")
    @Operation(summary = "Proposes to dismiss the case")
    public Uni<Response> proposeDismissal(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Reason body) {
        Order order = order(Move.PROPOSE_DISMISSAL, ifMatch);
        String reason = reason(body);
        return make(id, order, (transaction, next) -> Uni.createFrom()
                .item(Step.of(
                        next.proposed(Proposal.dismissal(order.by(), reason)),
                        moves.detail().put("reason", reason))));
    }

    @POST
    @Path("{id}/dismissal/confirmation")
    @Operation(
            summary = "Dismisses the case, as another auditor proposed",
            description =
                    "Its anomalies are told to access-service as false alarms, and what they were about is usual from now on.")
    public Uni<Response> confirmDismissal(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Order order = order(Move.CONFIRM_DISMISSAL, ifMatch);
        return make(id, order, (transaction, next) -> consequences.ofDismissal(transaction, next, order.by()));
    }

    @POST
    @Path("{id}/breach")
    @Operation(summary = "Proposes that it was a breach")
    public Uni<Response> proposeBreach(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Breach body) {
        Order order = order(Move.PROPOSE_BREACH, ifMatch);
        Proposal proposal = proposal(Texts.body(body), order.by());
        return make(id, order, (transaction, next) -> consequences
                .requireAgreement(transaction, proposal.agreement())
                .replaceWith(() -> Step.of(
                        next.proposed(proposal),
                        moves.detail()
                                .put(
                                        "severity",
                                        Objects.requireNonNull(proposal.severity())
                                                .wireName())
                                .put("agreement", proposal.agreement())
                                .put("reason", proposal.reason()))));
    }

    @POST
    @Path("{id}/breach/confirmation")
    @Operation(
            summary = "Confirms the breach, as another auditor proposed",
            description =
                    "access-service applies what the agreement says about access; who is owed a notification is on the case"
                            + " from now on, with a date.")
    public Uni<Response> confirmBreach(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Order order = order(Move.CONFIRM_BREACH, ifMatch);
        return make(id, order, (transaction, next) -> consequences.ofBreach(transaction, next, order.by()));
    }

    @POST
    @Path("{id}/recall")
    @Operation(summary = "Refuses what another auditor proposes, or takes back one's own proposal")
    public Uni<Response> recall(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Reason body) {
        String reason = reason(body);
        return make(id, order(Move.RECALL, ifMatch), (transaction, next) -> Uni.createFrom()
                .item(Step.of(next, moves.detail().put("reason", reason))));
    }

    @POST
    @Path("{id}/closing")
    @Operation(
            summary = "Closes the case",
            description =
                    "When all remedies are done, notifications sent and acknowledged or overdue, and the public is told if"
                            + " it is owed that.")
    public Uni<Response> close(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Reason body) {
        String reason = reason(body);
        return make(id, order(Move.CLOSE, ifMatch), (transaction, next) -> Uni.createFrom()
                .item(Step.of(next, moves.detail().put("reason", reason))));
    }

    private static Proposal proposal(Breach stated, Person by) {
        if (stated.severity() == null) {
            throw Problem.badRequest("/severity", "is missing");
        }
        List<String> owed = Objects.requireNonNullElse(stated.owed(), List.of());
        if (owed.size() > MOST_PARTIES) {
            throw Problem.badRequest("/owed", "has more than " + MOST_PARTIES + " parties");
        }
        for (int index = 0; index < owed.size(); index++) {
            Texts.nation(owed.get(index), "/owed/" + index);
        }
        return new Proposal(
                String.valueOf(by.subject()),
                by.name(),
                Texts.required(stated.reason(), "/reason", Texts.PAGE),
                stated.severity(),
                Texts.optional(stated.agreement(), "/agreement", Texts.LINE),
                owed,
                Boolean.TRUE.equals(stated.statement()));
    }

    private static String reason(@Nullable Reason body) {
        return Texts.required(Texts.body(body).reason(), "/reason", Texts.PAGE);
    }

    private Order order(Move move, @Nullable String ifMatch) {
        return new Order(move, Movers.requireReader(caller), Person.of(caller), ifMatch);
    }

    private Uni<Response> make(UUID id, Order order, Change change) {
        return moves.make(id, order, change).chain(answers::changed);
    }
}
