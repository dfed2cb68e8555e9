package org.entente.audit.examination;

import java.util.Set;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The life of an examination: which move is legal from which state, who may make it, and where it leads. */
enum Move {
    /** A second auditor agrees that somebody from outside may read. */
    INVITE("invited"),
    /** The examiner commits to a nonce; the checkpoint of that moment is what is examined. */
    COMMIT("committed"),
    /** The examiner opens the nonce, and with it the draw. */
    DRAW("drawn"),
    CONCLUDE("concluded"),
    WITHDRAW("withdrawn");

    private static final Set<State> OVER = Set.of(State.CONCLUDED, State.WITHDRAWN);

    private final String wireName;

    Move(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /**
     * The state that the move leads to. Refused with a 404 problem for strangers, 403 for whom it is not theirs to make, 409 where the
     * state does not allow it.
     *
     * @param proposer {@code sub} of who proposed the examination
     */
    State from(State state, @Nullable String proposer, Mover mover) {
        requirePart(mover);
        return switch (this) {
            case INVITE -> {
                State next = only(State.PROPOSED, state, State.INVITED);
                if (mover.subject().equals(proposer)) {
                    throw Problem.forbidden("Another auditor than the one who proposed it has to agree.");
                }
                yield next;
            }
            case COMMIT -> only(State.INVITED, state, State.COMMITTED);
            case DRAW -> only(State.COMMITTED, state, State.DRAWN);
            case CONCLUDE -> only(State.DRAWN, state, State.CONCLUDED);
            case WITHDRAW -> {
                if (OVER.contains(state)) {
                    throw illegal(state);
                }
                yield State.WITHDRAWN;
            }
        };
    }

    private void requirePart(Mover mover) {
        if (mover.part() == Mover.Part.STRANGER) {
            throw Problem.notFound();
        }
        boolean isTheirs =
                switch (this) {
                    case INVITE, WITHDRAW -> mover.isAuditor();
                    case COMMIT, DRAW, CONCLUDE -> mover.isExaminer();
                };
        if (!isTheirs) {
            throw Problem.forbidden("This is not yours to do.");
        }
    }

    private static State only(State needed, State state, State next) {
        if (state != needed) {
            throw illegal(state);
        }
        return next;
    }

    private static Problem illegal(State state) {
        return Problem.conflict(null, "The examination is " + state.wireName() + ", which does not allow this.");
    }
}
