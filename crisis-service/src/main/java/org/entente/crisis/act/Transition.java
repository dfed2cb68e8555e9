package org.entente.crisis.act;

import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The outcome of asking a state machine for a step: where it leads, or why it is refused. */
public sealed interface Transition<S> {

    /** The step is legal. */
    record Taken<S>(S next) implements Transition<S> {}

    /**
     * The step is not legal; nothing changes.
     *
     * @param field JSON pointer to the part of the request at fault, if one is
     * @param reason a sentence for the actor
     */
    record Refused<S>(Refusal why, @Nullable String field, String reason) implements Transition<S> {}

    static <S> Transition<S> to(S next) {
        return new Taken<>(next);
    }

    static <S> Transition<S> refused(Refusal why, String reason) {
        return new Refused<>(why, null, reason);
    }

    /** The state that follows; a problem (404, 403, 409 or 422) when the step is refused. */
    default S orProblem() {
        if (this instanceof Taken<S> taken) {
            return taken.next();
        }
        Refused<S> refused = (Refused<S>) this;
        throw switch (refused.why()) {
            case NOT_A_PARTY -> Problem.notFound();
            case NOT_THIS_PERSON -> Problem.forbidden(refused.reason());
            case WRONG_STATE -> Problem.conflict(refused.field(), refused.reason());
            case BEYOND_PLAN -> Problem.of(422, refused.field(), refused.reason());
        };
    }
}
