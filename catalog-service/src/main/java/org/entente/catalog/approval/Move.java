package org.entente.catalog.approval;

import org.entente.http.Problem;

/** The life of a proposal: which move is legal from which state, who may make it, and where it leads. */
public enum Move {
    /** A second person agrees (DESIGN section 6, G9). */
    APPROVE,
    /** A second person does not agree. */
    REJECT,
    /** It is not proposed any more, or what it brought about ends; that only ever takes away, so one person is enough. */
    WITHDRAW;

    /**
     * The state that the move leads to.
     *
     * @param isProposer whether who moves is the person who proposed, by the token's {@code sub}
     * @throws Problem 409 where the state does not allow it, 403 where the person may not
     */
    State from(State state, boolean isProposer) {
        return switch (this) {
            case APPROVE -> decided(state, isProposer, State.APPROVED);
            case REJECT -> decided(state, isProposer, State.REJECTED);
            case WITHDRAW -> withdrawn(state);
        };
    }

    private static State decided(State state, boolean isProposer, State next) {
        return switch (state) {
            case PROPOSED -> {
                if (isProposer) {
                    throw Problem.forbidden("Another person than the one who proposed it has to decide.");
                }
                yield next;
            }
            case APPROVED, REJECTED, WITHDRAWN -> throw Problem.conflict(null, "It is not open for a decision.");
        };
    }

    private static State withdrawn(State state) {
        return switch (state) {
            case PROPOSED, APPROVED -> State.WITHDRAWN;
            case REJECTED, WITHDRAWN -> throw Problem.conflict(null, "There is nothing to withdraw any more.");
        };
    }
}
