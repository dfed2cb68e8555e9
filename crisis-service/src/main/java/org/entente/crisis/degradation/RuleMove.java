package org.entente.crisis.degradation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The life of a rule: which move is legal from which state, and by whom. Two bring it in force, and two take it out again. */
enum RuleMove {
    /** Another person agrees with the one who proposed it. */
    APPROVE,
    /** It is not to be, or not yet; one is enough. */
    WITHDRAW,
    /** One person proposes to do without it. */
    PROPOSE_END,
    /** Another one agrees. */
    APPROVE_END,
    /** It is to stay; one is enough. */
    KEEP;

    /** Where it stands. */
    enum State {
        PROPOSED,
        IN_FORCE,
        END_PROPOSED,
        ENDED;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The state that the move leads to; a 409 problem where the state does not allow it, 403 where the person may not.
     *
     * @param first who proposed what is to be approved
     */
    State from(State state, String subject, @Nullable String first) {
        return switch (this) {
            case APPROVE -> {
                require(state, State.PROPOSED);
                requireAnother(subject, first);
                yield State.IN_FORCE;
            }
            case WITHDRAW -> {
                require(state, State.PROPOSED);
                yield State.ENDED;
            }
            case PROPOSE_END -> {
                require(state, State.IN_FORCE);
                yield State.END_PROPOSED;
            }
            case APPROVE_END -> {
                require(state, State.END_PROPOSED);
                requireAnother(subject, first);
                yield State.ENDED;
            }
            case KEEP -> {
                require(state, State.END_PROPOSED);
                yield State.IN_FORCE;
            }
        };
    }

    private static void requireAnother(String subject, @Nullable String first) {
        if (subject.equals(first)) {
            throw Problem.forbidden("Another person than the one who proposed it has to approve.");
        }
    }

    private static void require(State state, State needed) {
        if (state != needed) {
            throw Problem.conflict(null, "The rule is " + state.wireName() + ".");
        }
    }
}
