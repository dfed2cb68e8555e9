package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.routing.Absences;
import org.entente.access.routing.Priority;
import org.entente.access.routing.RoutingRules;
import org.entente.access.routing.RoutingRules.Assignment;
import org.entente.access.routing.RoutingRules.Matter;
import org.jspecify.annotations.Nullable;

/**
 * A request, with all that became of it.
 *
 * @param state as it was left; see {@link #stateAt}
 * @param assignment who is to answer; absent before it is routed
 * @param due when the answer is; absent before it is routed, and while the partner is asked something
 * @param left how much time is left, while the partner is asked something
 * @param lapses when nobody needs an answer any more
 * @param escalatedAt when it was found late
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Request(
        Person requester,
        Wanted wanted,
        Priority priority,
        String why,
        Instant submittedAt,
        State state,
        @Nullable Assignment assignment,
        @Nullable Instant due,
        @Nullable Duration left,
        Instant lapses,
        @Nullable Instant escalatedAt,
        List<Said> dialogue,
        @Nullable Outcome outcome) {

    Request {
        dialogue = List.copyOf(dialogue);
    }

    /** Somebody, by {@code sub} and by name. */
    @RegisterForReflection
    record Person(String sub, String name) {}

    /** A question to the partner or its answer; by whom, as a nation and a name. */
    @RegisterForReflection
    record Said(String nation, String name, Instant at, String text) {}

    /**
     * The answer.
     *
     * @param rationale that both sides read
     * @param homeRationale that the home side alone reads
     * @param grant that was issued, and what it says; absent where it was refused
     * @param refusal why it was refused
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            Person officer,
            Instant at,
            String rationale,
            @Nullable String homeRationale,
            @Nullable UUID grant,
            @Nullable GrantTerms terms,
            @Nullable Refusal refusal) {}

    /** The state at an instant: a request lapses by itself. */
    State stateAt(Instant now) {
        return state.isOpen() && !now.isBefore(lapses) ? State.LAPSED : state;
    }

    /** Who answers now; empty before it is routed. */
    Optional<String> responsible(Absences absences) {
        return Optional.ofNullable(assignment)
                .map(assigned -> absences.responsible(assigned.officer(), assigned.escalateTo()));
    }

    boolean isLateAt(Instant now) {
        return due != null && stateAt(now) == State.ROUTED && !now.isBefore(due);
    }

    Matter matter(String partner) {
        return new Matter(partner, wanted.categories(), priority);
    }

    /** Routed; the time for an answer runs from the first time on. */
    Request routed(Assignment to, RoutingRules rules, Instant now) {
        Instant when = due == null ? rules.due(now, rules.within().get(priority), priority) : due;
        return with(State.ROUTED, to, when, null, lapses, escalatedAt, dialogue, outcome);
    }

    /** The partner is asked something; the clock stands still, and without an answer the request lapses in time. */
    Request asked(Said question, RoutingRules rules, Instant lapsesUnanswered) {
        Duration rest = due == null ? Duration.ZERO : rules.left(question.at(), due, priority);
        Instant end = lapsesUnanswered.isBefore(wanted.until()) ? lapsesUnanswered : wanted.until();
        return with(State.CLARIFYING, assignment, null, rest, end, escalatedAt, and(question), outcome);
    }

    /** The partner has answered; the clock goes on. */
    Request answered(Said answer, RoutingRules rules) {
        Instant when = rules.due(answer.at(), left == null ? Duration.ZERO : left, priority);
        return with(State.ROUTED, assignment, when, null, wanted.until(), escalatedAt, and(answer), outcome);
    }

    Request escalated(Instant now) {
        return with(state, assignment, due, left, lapses, now, dialogue, outcome);
    }

    Request ended(State end, @Nullable Outcome answer) {
        return with(end, assignment, due, left, lapses, escalatedAt, dialogue, answer);
    }

    private List<Said> and(Said said) {
        List<Said> all = new ArrayList<>(dialogue);
        all.add(said);
        return all;
    }

    private Request with(
            State state,
            @Nullable Assignment assignment,
            @Nullable Instant due,
            @Nullable Duration left,
            Instant lapses,
            @Nullable Instant escalatedAt,
            List<Said> dialogue,
            @Nullable Outcome outcome) {
        return new Request(
                requester,
                wanted,
                priority,
                why,
                submittedAt,
                state,
                assignment,
                due,
                left,
                lapses,
                escalatedAt,
                dialogue,
                outcome);
    }
}
