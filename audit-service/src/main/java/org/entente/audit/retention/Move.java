package org.entente.audit.retention;

import org.entente.http.Problem;

/**
 * The life of a ruling: which move is legal from which state, who may make it, and where it leads. The only place that says so. What makes
 * content go takes two persons, an auditor and a policy administrator; what keeps it takes one.
 */
enum Move {
    /** The second person agrees. */
    APPROVE,
    /** What was only asked for is not done. */
    REFUSE,
    /** A schedule or an order ends at once; to lift a hold is only asked for. */
    END,
    /** The second person agrees that the hold is lifted. */
    CONFIRM,
    /** The hold is not lifted after all. */
    KEEP;

    /**
     * Where the ruling stands.
     *
     * @param mover who made the last move that needs a second person
     */
    record Standing(Kind kind, State state, Person mover) {}

    /** The state that the move leads to; throws a 409 problem where it is not legal, and 403 for the wrong second person. */
    State from(Standing standing, Person person) {
        return switch (this) {
            case APPROVE -> approve(standing, person);
            case REFUSE -> require(standing.state() == State.PROPOSED, State.REFUSED);
            case END -> end(standing);
            case CONFIRM -> confirm(standing, person);
            case KEEP -> require(standing.state() == State.ENDING, State.IN_FORCE);
        };
    }

    private static State approve(Standing standing, Person person) {
        State next = require(standing.state() == State.PROPOSED, State.IN_FORCE);
        requireSecond(standing, person);
        return next;
    }

    private static State end(Standing standing) {
        return switch (standing.kind()) {
            case SCHEDULE, ORDER -> require(standing.state() == State.IN_FORCE, State.ENDED);
            case HOLD -> require(standing.state() == State.IN_FORCE, State.ENDING);
        };
    }

    private static State confirm(Standing standing, Person person) {
        State next = require(standing.state() == State.ENDING, State.ENDED);
        requireSecond(standing, person);
        return next;
    }

    private static State require(boolean isLegal, State next) {
        if (!isLegal) {
            throw Problem.conflict(null, "The state of the ruling does not allow this.");
        }
        return next;
    }

    private static void requireSecond(Standing standing, Person person) {
        if (!person.completes(standing.mover())) {
            throw Problem.forbidden("This takes two persons, an auditor and a policy administrator.");
        }
    }
}
