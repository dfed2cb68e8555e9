package org.entente.crisis.activation;

import static org.entente.crisis.activation.ActivationState.ACTIVE;
import static org.entente.crisis.activation.ActivationState.AWAITING_SECOND_PERSON;
import static org.entente.crisis.activation.ActivationState.ENDED;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Refusal;
import org.entente.crisis.act.Transition;
import org.entente.crisis.plan.PlanState;
import org.jspecify.annotations.Nullable;

/**
 * The life of an activation: the one place that says which step is legal, and for whom. Its state follows from the
 * facts and the time; nothing has to happen for it to end.
 *
 * @param persons subjects of those who have decided for it so far
 * @param isCalledFor whether the signals called for it when it was requested
 * @param confirmBy when an unconfirmed request lapses
 * @param until first instant at which it is no longer in force; absent until it is in force
 * @param endedAt when someone ended it; absent when nobody has
 */
record ActivationLife(
        Set<String> persons,
        boolean isCalledFor,
        Instant confirmBy,
        @Nullable Instant until,
        @Nullable Instant endedAt) {

    ActivationLife {
        persons = Set.copyOf(persons);
    }

    /** Requested by one person without signals. */
    ActivationLife(String requestedBy, Instant confirmBy, @Nullable Instant until, @Nullable Instant endedAt) {
        this(Set.of(requestedBy), false, confirmBy, until, endedAt);
    }

    /** What a request leads to: in force at once when one person is enough, else others are needed. */
    static Transition<ActivationState> request(Situation situation, Duration asked) {
        if (asked.compareTo(situation.longest()) > 0) {
            return new Transition.Refused<>(
                    Refusal.BEYOND_PLAN, "/duration", "is longer than the plan allows now, " + situation.longest());
        }
        return admitted(situation, situation.needed(situation.isCriterionMet()) == 1 ? ACTIVE : AWAITING_SECOND_PERSON);
    }

    /** The same by somebody whom the plan may leave out. */
    static Transition<ActivationState> request(Situation situation, Duration asked, Actor actor) {
        return situation.activators().include(actor.name()) ? request(situation, asked) : notAmong();
    }

    /**
     * Another person confirms; who has decided already never can, whatever roles they hold.
     *
     * @param asked how long it is to last, which the plan may not allow any more
     */
    Transition<ActivationState> confirm(Actor actor, Situation situation, Duration asked) {
        if (persons.contains(actor.subject())) {
            return Transition.refused(
                    Refusal.NOT_THIS_PERSON, "A second person must confirm: you are the one who requested it.");
        }
        if (!situation.activators().include(actor.name())) {
            return notAmong();
        }
        if (asked.compareTo(situation.longest()) > 0) {
            return Transition.refused(
                    Refusal.BEYOND_PLAN, "The plan allows no more than " + situation.longest() + " now.");
        }
        ActivationState state = at(situation.now());
        boolean areEnough = persons.size() + 1 >= situation.needed(isCalledFor);
        return state == AWAITING_SECOND_PERSON
                ? admitted(situation, areEnough ? ACTIVE : AWAITING_SECOND_PERSON)
                : Transition.refused(Refusal.WRONG_STATE, "The activation is " + state.wireName() + " already.");
    }

    /**
     * It is to last longer, by a fresh decision; whatever was decided for what came before.
     *
     * @param inAll how long it would have lasted then
     * @param number of the extension
     * @param most how many the plan allows
     * @return {@code ACTIVE} where one person is enough, else others are needed
     */
    Transition<ActivationState> extend(Actor actor, Situation situation, Duration inAll, int number, int most) {
        if (!situation.activators().include(actor.name())) {
            return notAmong();
        }
        if (at(situation.now()) != ACTIVE) {
            return Transition.refused(Refusal.WRONG_STATE, "The activation is not in force.");
        }
        if (situation.plan() != PlanState.AGREED) {
            return Transition.refused(
                    Refusal.WRONG_STATE, "The plan is " + situation.plan().wireName() + ".");
        }
        if (number > most) {
            return new Transition.Refused<>(Refusal.BEYOND_PLAN, null, "The plan allows " + most + " extensions.");
        }
        if (inAll.compareTo(situation.longest()) > 0) {
            return new Transition.Refused<>(
                    Refusal.BEYOND_PLAN, "/duration", "passes what the plan allows in all, " + situation.longest());
        }
        return Transition.to(situation.needed(situation.isCriterionMet()) == 1 ? ACTIVE : AWAITING_SECOND_PERSON);
    }

    private static Transition<ActivationState> notAmong() {
        return Transition.refused(Refusal.NOT_THIS_PERSON, "The plan names others who may activate it.");
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
