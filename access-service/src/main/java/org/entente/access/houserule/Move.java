package org.entente.access.houserule;

import org.entente.http.Problem;

/** The life of a version of house rules: which move is legal from which state, who may make it, and where it leads. */
enum Move {
    /** A second administrator agrees, and it is in force. */
    APPROVE,
    /** A newer version is in force in its place. */
    SUPERSEDE,
    /** It permits nothing any more; one administrator is enough for that, since rules only ever permit. */
    WITHDRAW;

    /**
     * Who moves.
     *
     * @param isProposer whether it is the person who proposed the version
     */
    record Mover(boolean isProposer) {}

    /** The state that the move leads to; a 409 problem where the state does not allow it, 403 where the person may not. */
    State from(State state, Mover mover) {
        return switch (this) {
            case APPROVE -> approve(state, mover);
            case SUPERSEDE -> supersede(state);
            case WITHDRAW -> withdraw(state);
        };
    }

    private static State approve(State state, Mover mover) {
        return switch (state) {
            case PROPOSED -> {
                if (mover.isProposer()) {
                    throw Problem.forbidden(
                            "Another policy administrator than the one who proposed it has to approve.");
                }
                yield State.IN_FORCE;
            }
            case IN_FORCE, SUPERSEDED, WITHDRAWN ->
                throw Problem.conflict(null, "The version is not open for approval.");
        };
    }

    private static State supersede(State state) {
        return switch (state) {
            case IN_FORCE -> State.SUPERSEDED;
            case PROPOSED, SUPERSEDED, WITHDRAWN -> throw Problem.conflict(null, "The version is not in force.");
        };
    }

    private static State withdraw(State state) {
        return switch (state) {
            case PROPOSED, IN_FORCE -> State.WITHDRAWN;
            case SUPERSEDED, WITHDRAWN -> throw Problem.conflict(null, "The version is not in force any more.");
        };
    }
}
