package org.entente.access.consent;

import java.util.Set;
import org.entente.http.Problem;
import org.entente.http.Role;

/** The life of a question for consent: which move is legal from which state, who may make it, and where it leads. */
enum Move {
    /** The giver consents, by a person other than the one who asked. */
    GIVE,
    /** The giver does not consent. */
    REFUSE,
    /** The giver takes a consent back, at once. */
    WITHDRAW;

    /** Of the home side, who reads all questions. */
    static final Set<Role> READERS =
            Set.of(Role.LIAISON_OFFICER, Role.ORIGINATOR, Role.POLICY_ADMINISTRATOR, Role.AUDITOR);

    /**
     * Where the question stands.
     *
     * @param asker stable identifier of who asked
     */
    record Standing(State state, Giver giver, String asker) {}

    /**
     * Who moves.
     *
     * @param person stable identifier
     * @param nation for which they log in
     * @param owners of rights for whom they may speak
     */
    record Mover(String person, String nation, boolean isHome, Set<Role> roles, Set<String> owners) {
        /** Whether they read all questions. */
        boolean reads() {
            return isHome && roles.stream().anyMatch(READERS::contains);
        }

        /** For the home nation its originators speak, for another its officers, for an owner its representatives. */
        boolean speaksFor(Giver giver) {
            return switch (giver.kind()) {
                case ORIGINATOR ->
                    nation.equals(giver.code()) && roles.contains(isHome ? Role.ORIGINATOR : Role.LIAISON_OFFICER);
                case OWNER -> owners.contains(giver.code());
            };
        }
    }

    /**
     * The state that the move leads to. Refused where the person does not speak for the giver: with a 403 problem for who
     * may read the question, with 404 for all others, to whom there is none. With 409 where the state does not allow it.
     */
    State from(Standing standing, Mover mover) {
        if (!mover.speaksFor(standing.giver())) {
            throw mover.reads() ? Problem.forbidden("You do not speak for the giver.") : Problem.notFound();
        }
        return switch (this) {
            case GIVE -> give(standing, mover);
            case REFUSE -> refuse(standing);
            case WITHDRAW -> withdraw(standing);
        };
    }

    private static State give(Standing standing, Mover mover) {
        if (mover.person().equals(standing.asker())) {
            throw Problem.forbidden("Another person than the one who asked has to answer.");
        }
        requireOpen(standing);
        return State.GIVEN;
    }

    private static State refuse(Standing standing) {
        requireOpen(standing);
        return State.REFUSED;
    }

    private static void requireOpen(Standing standing) {
        if (standing.state() != State.ASKED) {
            throw Problem.conflict(null, "The question is not open any more.");
        }
    }

    private static State withdraw(Standing standing) {
        if (standing.state() != State.GIVEN) {
            throw Problem.conflict(null, "There is no live consent to withdraw.");
        }
        return State.WITHDRAWN;
    }
}
