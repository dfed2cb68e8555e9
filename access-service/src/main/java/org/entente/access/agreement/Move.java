package org.entente.access.agreement;

import java.util.Set;
import org.entente.http.Problem;

/**
 * The life of an agreement: which move is legal from which state, who may make it, and where it leads. The only place
 * that says so.
 */
enum Move {
    /** The home side changes its draft. */
    REVISE,
    /** The home side lays its draft before the others. */
    PROPOSE,
    /** A party lays another version on the table, of the agreement or of the amendment; all consents to the last one fall. */
    COUNTER,
    /** A party agrees to what is on the table; the consent of the last one puts it in force. */
    CONSENT,
    /** A party takes back its consent to what it had consented to; nobody can prevent that, and all have to consent anew. */
    WITHDRAW,
    /** A party halts it at once; nobody can prevent that. */
    SUSPEND,
    /** A party would go on; it takes all of them. */
    RESUME,
    /** A party lays a new version on the table while the old one stays in force. */
    AMEND,
    /** A party refuses the amendment; the old version stays as it is. */
    DROP,
    /** A party ends it, or withdraws from what was only proposed; no other party can prevent that. */
    END;

    /**
     * Where the agreement stands.
     *
     * @param isAmending whether an amendment is on the table
     * @param parties whose consent is needed
     * @param consented those that have given it to what is on the table, or else to what is in force
     * @param resuming those that would resume
     */
    record Standing(State state, boolean isAmending, Set<String> parties, Set<String> consented, Set<String> resuming) {

        boolean isLastToConsent(String nation) {
            return isLast(nation, consented);
        }

        private boolean isLast(String nation, Set<String> others) {
            return parties.stream().allMatch(party -> party.equals(nation) || others.contains(party));
        }
    }

    /** Who moves: an officer speaks for the nation, anyone else does not. */
    record Mover(String nation, boolean isOfficer, boolean isHome) {}

    /**
     * The state that the move leads to. Refused with a 404 problem for those who are no party (to them there is no such
     * agreement), 403 for those who are no officer, 409 where the state does not allow it.
     */
    State from(Standing standing, Mover mover) {
        boolean isSecret = standing.state() == State.DRAFTED && !mover.isHome();
        if (isSecret || !standing.parties().contains(mover.nation())) {
            throw Problem.notFound();
        }
        if (!mover.isOfficer()) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
        return switch (standing.state()) {
            case DRAFTED -> ofDraft();
            case PROPOSED, COUNTERED -> onTheTable(standing, mover);
            case CONSENTED, IN_FORCE -> inForce(standing, mover);
            case SUSPENDED -> suspended(standing, mover);
            case ENDED, LAPSED -> throw Problem.conflict(null, "The agreement has ended already.");
        };
    }

    private State ofDraft() {
        return switch (this) {
            case REVISE -> State.DRAFTED;
            case PROPOSE -> State.PROPOSED;
            case END -> State.ENDED;
            case COUNTER, CONSENT, WITHDRAW, SUSPEND, RESUME, AMEND, DROP ->
                throw Problem.conflict(null, "The agreement is only drafted; propose it first.");
        };
    }

    private State onTheTable(Standing standing, Mover mover) {
        return switch (this) {
            case COUNTER -> State.COUNTERED;
            case CONSENT -> {
                requireNew(standing, mover);
                yield standing.isLastToConsent(mover.nation()) ? State.IN_FORCE : standing.state();
            }
            case WITHDRAW -> {
                requireConsented(standing, mover);
                yield standing.state();
            }
            case END -> State.ENDED;
            case REVISE, PROPOSE -> throw Problem.conflict(null, "The agreement is proposed already; counter it.");
            case SUSPEND, RESUME, AMEND, DROP -> throw Problem.conflict(null, "The agreement is not in force.");
        };
    }

    private State inForce(Standing standing, Mover mover) {
        return switch (this) {
            case SUSPEND -> State.SUSPENDED;
            case WITHDRAW -> State.PROPOSED;
            case RESUME -> throw Problem.conflict(null, "The agreement is not suspended.");
            case REVISE, PROPOSE, COUNTER, CONSENT, AMEND, DROP, END -> amending(standing, mover, State.IN_FORCE);
        };
    }

    private State suspended(Standing standing, Mover mover) {
        return switch (this) {
            case SUSPEND -> throw Problem.conflict(null, "The agreement is suspended already.");
            case WITHDRAW -> State.PROPOSED;
            case RESUME -> {
                if (standing.resuming().contains(mover.nation())) {
                    throw Problem.conflict(null, "Your nation would resume it already.");
                }
                yield standing.isLast(mover.nation(), standing.resuming()) ? State.IN_FORCE : State.SUSPENDED;
            }
            case REVISE, PROPOSE, COUNTER, CONSENT, AMEND, DROP, END -> amending(standing, mover, State.SUSPENDED);
        };
    }

    /** What is the same whether the old version is in force or suspended: it stays so. */
    private State amending(Standing standing, Mover mover, State unchanged) {
        return switch (this) {
            case COUNTER, DROP -> {
                requireAmendment(standing);
                yield unchanged;
            }
            case CONSENT -> {
                requireAmendment(standing);
                requireNew(standing, mover);
                yield unchanged;
            }
            case AMEND -> {
                if (standing.isAmending()) {
                    throw Problem.conflict(null, "An amendment is on the table already; counter it.");
                }
                yield unchanged;
            }
            case END -> State.ENDED;
            case REVISE, PROPOSE, WITHDRAW, SUSPEND, RESUME ->
                throw Problem.conflict(null, "The agreement is in force; amend it.");
        };
    }

    private static void requireAmendment(Standing standing) {
        if (!standing.isAmending()) {
            throw Problem.conflict(null, "The agreement is no longer open for consent.");
        }
    }

    private static void requireNew(Standing standing, Mover mover) {
        if (standing.consented().contains(mover.nation())) {
            throw Problem.conflict(null, "Your nation has consented already.");
        }
    }

    private static void requireConsented(Standing standing, Mover mover) {
        if (!standing.consented().contains(mover.nation())) {
            throw Problem.conflict(null, "Your nation has not consented.");
        }
    }
}
