package org.entente.crisis.activation;

import static org.entente.crisis.activation.ActivationState.ACTIVE;
import static org.entente.crisis.activation.ActivationState.AWAITING_SECOND_PERSON;
import static org.entente.crisis.activation.ActivationState.ENDED;

import java.time.Duration;
import java.time.Instant;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Refusal;
import org.entente.crisis.act.Transition;
import org.entente.crisis.plan.PlanState;
import org.jspecify.annotations.Nullable;

/**
 * The life of an activation: the one place that says which step is legal, and for whom. Its state follows from the
 * facts and the time; nothing has to happen for it to end.
 *
 * @param requestedBy subject of the first person
 * @param confirmBy when an unconfirmed request lapses
 * @param until first instant at which it is no longer in force; absent until it is in force
 * @param endedAt when someone ended it; absent when nobody has
 */
record ActivationLife(
        String requestedBy,
        Instant confirmBy,
        @Nullable Instant until,
        @Nullable Instant endedAt) {

    /** What a request leads to: in force at once when the signals call for it, else a second person is needed. */
    static Transition<ActivationState> request(Situation situation, Duration asked) {
        if (asked.compareTo(situation.longest()) > 0) {
            return new Transition.Refused<>(
                    Refusal.BEYOND_PLAN, "/duration", "is longer than the plan allows, " + situation.longest());
        }
        return admitted(situation, situation.isCriterionMet() ? ACTIVE : AWAITING_SECOND_PERSON);
    }

    /** A second person confirms; the first never can, whatever roles they hold. */
    Transition<ActivationState> confirm(Actor actor, Situation situation) {
        if (actor.subject().equals(requestedBy)) {
            return Transition.refused(
                    Refusal.NOT_THIS_PERSON, "A second person must confirm: you are the one who requested it.");
        }
        ActivationState state = at(situation.now());
        return state == AWAITING_SECOND_PERSON
                ? admitted(situation, ACTIVE)
                : Transition.refused(Refusal.WRONG_STATE, "The activation is " + state.wireName() + " already.");
    }

    /** Ends it before its time, or calls off the request. */
    Transition<ActivationState> end(Instant now) {
        return at(now) == ENDED
                ? Transition.refused(Refusal.WRONG_STATE, "The activation has ended already.")
                : Transition.to(ENDED);
    }

    /** The state at an instant. */
    ActivationState at(Instant now) {
        if (endedAt != null || !now.isBefore(closes())) {
            return ENDED;
        }
        return until == null ? AWAITING_SECOND_PERSON : ACTIVE;
    }

    /** The instant at which the clock ends it. */
    Instant closes() {
        return until == null ? confirmBy : until;
    }

    private static Transition<ActivationState> admitted(Situation situation, ActivationState next) {
        if (situation.plan() != PlanState.AGREED) {
            return new Transition.Refused<>(
                    Refusal.WRONG_STATE,
                    "/plan",
                    "is " + situation.plan().wireName() + "; only an agreed plan can be activated");
        }
        return situation.isActive()
                ? new Transition.Refused<>(Refusal.WRONG_STATE, "/plan", "is in force already")
                : Transition.to(next);
    }
}
