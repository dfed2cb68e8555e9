package org.entente.access.agreement;

import java.util.Set;
import org.entente.http.Problem;

/**
 * The life of an agreement: which move is legal from which state, who may make it, and where it leads. The only place
 * that says so.
 */
enum Move {
    /** A party agrees; the consent of the last one puts the agreement in force. */
    CONSENT,
    /** A party ends it, or withdraws from what was only proposed; no other party can prevent that. */
    END;

    /**
     * Where the agreement stands.
     *
     * @param parties whose consent is needed
     * @param consented those that have given it
     */
    record Standing(State state, Set<String> parties, Set<String> consented) {}

    /** Who moves: an officer speaks for the nation, anyone else does not. */
    record Mover(String nation, boolean isOfficer) {}

    /**
     * The state that the move leads to. Refused with a 404 problem for those who are no party (to them there is no such
     * agreement), 403 for those who are no officer, 409 where the state does not allow it.
     */
    State from(Standing standing, Mover mover) {
        if (!standing.parties().contains(mover.nation())) {
            throw Problem.notFound();
        }
        if (!mover.isOfficer()) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
        return switch (this) {
            case CONSENT -> consent(standing, mover);
            case END -> end(standing);
        };
    }

    private static State consent(Standing standing, Mover mover) {
        if (standing.consented().contains(mover.nation())) {
            throw Problem.conflict(null, "Your nation has consented already.");
        }
        return switch (standing.state()) {
            case PROPOSED -> isLast(standing, mover) ? State.IN_FORCE : State.PROPOSED;
            case IN_FORCE, ENDED, LAPSED ->
                throw Problem.conflict(null, "The agreement is no longer open for consent.");
        };
    }

    private static State end(Standing standing) {
        return switch (standing.state()) {
            case PROPOSED, IN_FORCE -> State.ENDED;
            case ENDED, LAPSED -> throw Problem.conflict(null, "The agreement has ended already.");
        };
    }

    private static boolean isLast(Standing standing, Mover mover) {
        return standing.parties().stream()
                .allMatch(party ->
                        party.equals(mover.nation()) || standing.consented().contains(party));
    }
}
