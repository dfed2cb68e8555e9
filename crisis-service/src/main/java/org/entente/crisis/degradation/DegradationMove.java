package org.entente.crisis.degradation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The life of a degradation: which move is legal from which state, and by whom. What narrows takes one; what widens takes two. */
enum DegradationMove {
    /** One person proposes to widen again. */
    PROPOSE_REVERSAL,
    /** Another one agrees, and it is over (G9). */
    APPROVE_REVERSAL,
    /** It is to stay; one is enough for that, who proposed it too. */
    KEEP;

    /** Where it stands. */
    enum State {
        ACTIVE,
        REVERSAL_PROPOSED,
        REVERSED;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The state that the move leads to; a 409 problem where the state does not allow it, 403 where the person may not. */
    State from(State state, String subject, @Nullable String proposer) {
        return switch (this) {
            case PROPOSE_REVERSAL -> {
                require(state, State.ACTIVE);
                yield State.REVERSAL_PROPOSED;
            }
            case APPROVE_REVERSAL -> {
                require(state, State.REVERSAL_PROPOSED);
                if (subject.equals(proposer)) {
                    throw Problem.forbidden("Another person than the one who proposed it has to approve.");
                }
                yield State.REVERSED;
            }
            case KEEP -> {
                require(state, State.REVERSAL_PROPOSED);
                yield State.ACTIVE;
            }
        };
    }

    private static void require(State state, State needed) {
        if (state != needed) {
            throw Problem.conflict(null, "The degradation is " + state.wireName() + ".");
        }
    }
}
