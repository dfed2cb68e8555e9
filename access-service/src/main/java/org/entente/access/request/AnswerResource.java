package org.entente.access.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.Epoch;
import org.entente.access.grant.Grant;
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Grants;
import org.entente.access.grant.Narrower;
import org.entente.access.request.Announcing.Act;
import org.entente.access.request.Moving.Step;
import org.entente.access.request.Request.Outcome;
import org.entente.access.request.Request.Person;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Answers to requests, each with a rationale that both sides read and, if need be, one that stays at home. */
@Path("/access/requests")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AnswerResource {
    private static final int LONGEST_TEXT = 4000;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Moving moving;
    private final Grants grants;
    private final Announcing announcing;
    private final Epoch epoch;
    private final Outbox outbox;

    AnswerResource(
            Caller caller,
            Vocabulary vocabulary,
            Moving moving,
            Grants grants,
            Announcing announcing,
            Epoch epoch,
            Outbox outbox) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.moving = moving;
        this.grants = grants;
        this.announcing = announcing;
        this.epoch = epoch;
        this.outbox = outbox;
    }

    /**
     * A grant is issued.
     *
     * @param agreement under which; absent where the request names one
     * @param to less than was asked for; absent for all of it
     */
    @Schema(examples = """
                {"agreement": "5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11", "to": {"tier": 1},
                 "rationale": "Situational awareness serves the purpose; more is not needed for it."}""")
    public record Approval(
            @Nullable UUID agreement,
            @Nullable Narrower to,
            @Nullable Instant reviewDue,
            @Nullable String rationale,
            @Nullable String homeRationale) {}

    /** None is. */
    @Schema(examples = """
                {"reason": "more-than-needed", "rationale": "The purpose can be served with less.",
                 "homeRationale": "Sources would show."}""")
    public record Denial(
            @Nullable Refusal reason,
            @Nullable String rationale,
            @Nullable String homeRationale) {}

    @POST
    @Path("/{id}/approval")
    @Operation(
            summary = "Approves a request: a grant is issued with it, never wider than asked for, or than agreed",
            description = "By the responsible officer, who stands in, or the superior once it is late.")
    public Uni<Response> approve(UUID id, Approval approval) {
        Approval stated = Vocabulary.present(approval, "");
        Answered answered = answered(stated.rationale(), stated.homeRationale());
        return moving.move(id, Move.APPROVE, step -> {
            GrantTerms terms = terms(step.request().wanted(), stated);
            Grants.Issuer issuer = new Grants.Issuer(
                    new Grant.Origin(
                            answered.officer().sub(), step.request().requester().sub()),
                    answered.actor(),
                    step.now());
            return grants.issue(step.stored().partner, terms, issuer).chain(done -> {
                step.stored().become(step.request().ended(step.state(), answered.with(done.grant(), terms, step)));
                return epoch.advance()
                        .chain(() -> outbox.append(done.event(), told(EventTypes.REQUEST_APPROVED, step, answered)));
            });
        });
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(summary = "Refuses a request, for a reason with its remedy; by the responsible officer")
    public Uni<Response> refuse(UUID id, Denial denial) {
        Denial stated = Vocabulary.present(denial, "");
        Refusal reason = Vocabulary.present(stated.reason(), "/reason");
        Answered answered = answered(stated.rationale(), stated.homeRationale());
        return moving.move(id, Move.REFUSE, step -> {
            Outcome outcome = new Outcome(
                    answered.officer(), step.now(), answered.rationale(), answered.homeRationale(), null, null, reason);
            step.stored().become(step.request().ended(step.state(), outcome));
            return outbox.append(told(EventTypes.REQUEST_REFUSED, step, answered));
        });
    }

    /** What is said with an answer, and by whom. */
    private record Answered(
            Person officer,
            String actor,
            String rationale,
            @Nullable String homeRationale) {
        Outcome with(Grant grant, GrantTerms terms, Step step) {
            return new Outcome(officer, step.now(), rationale, homeRationale, grant.id(), terms, null);
        }
    }

    private Answered answered(@Nullable String rationale, @Nullable String homeRationale) {
        return new Answered(
                new Person(caller.subject(), caller.name()),
                caller.actor(),
                Vocabulary.text(rationale, "/rationale", LONGEST_TEXT),
                homeRationale == null ? null : Vocabulary.text(homeRationale, "/homeRationale", LONGEST_TEXT));
    }

    private GrantTerms terms(Wanted wanted, Approval stated) {
        UUID agreement = stated.agreement() == null ? wanted.agreement() : stated.agreement();
        GrantTerms asked = wanted.under(Vocabulary.present(agreement, "/agreement"));
        if (wanted.agreement() != null && !wanted.agreement().equals(agreement)) {
            throw Problem.unprocessable("/agreement", "is not the one that was asked for");
        }
        return (stated.to() == null ? asked : narrowed(stated.to(), asked)).reviewedBy(stated.reviewDue());
    }

    private GrantTerms narrowed(Narrower to, GrantTerms asked) {
        try {
            return to.of(asked, vocabulary);
        } catch (Problem problem) {
            throw problem.beneath("/to");
        }
    }

    private Event told(String type, Step step, Answered answered) {
        Act act = new Act(type, step.stored().id, step.stored().partner, answered.actor());
        return announcing.toBoth(act, step.partnerView());
    }
}
