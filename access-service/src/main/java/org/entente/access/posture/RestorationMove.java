package org.entente.access.posture;

import org.entente.access.posture.Restoration.State;
import org.entente.http.Problem;

/** The life of a restoration: which move is legal from which state, who may make it, and where it leads. */
enum RestorationMove {
    /** A second person agrees, and the causes weigh no more (G9). */
    APPROVE,
    /** It is not to be; one is enough for that, the proposer too. */
    WITHDRAW;

    /** Who moves. */
    record Mover(boolean isProposer) {}

    /** The state that the move leads to; a 409 problem where the state does not allow it, 403 where the person may not. */
    State from(State state, Mover mover) {
        return switch (state) {
            case PROPOSED -> to(mover);
            case APPROVED, WITHDRAWN, EXPIRED -> throw Problem.conflict(null, "The restoration is not open any more.");
        };
    }

    private State to(Mover mover) {
        return switch (this) {
            case APPROVE -> {
                if (mover.isProposer()) {
                    throw Problem.forbidden("Another person than the one who proposed it has to approve.");
                }
                yield State.APPROVED;
            }
            case WITHDRAW -> State.WITHDRAWN;
        };
    }
}
