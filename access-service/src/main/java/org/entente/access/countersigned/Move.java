package org.entente.access.countersigned;

import java.util.Set;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** The life of an act of two persons: which move is legal from which state, who may make it, and where it leads (G9). */
enum Move {
    /** One person of the home side states it. */
    PROPOSE,
    /** Another one, a policy administrator, stands by it too, and it is in force. */
    CONFIRM,
    /** Either office ends it, alone and for good. */
    WITHDRAW;

    /**
     * What is moved.
     *
     * @param state absent for what is only being stated
     * @param proposedBy the stable identifier of who stated it
     * @param concerned stable identifiers of persons who would gain by it
     */
    record Standing(@Nullable State state, @Nullable String proposedBy, Set<String> concerned) {}

    /**
     * Who moves.
     *
     * @param person the stable identifier
     * @param roles held, at home
     */
    record Mover(String person, boolean isHome, Set<Role> roles) {
        private boolean is(Role... anyOf) {
            return isHome && roles.stream().anyMatch(Set.of(anyOf)::contains);
        }
    }

    /** The state that the move leads to; a 403 problem where the person may not, 409 where the state does not allow it. */
    State from(Standing standing, Mover mover) {
        return switch (this) {
            case PROPOSE -> propose(standing, mover);
            case CONFIRM -> confirm(standing, mover);
            case WITHDRAW -> withdraw(standing, mover);
        };
    }

    private static State propose(Standing standing, Mover mover) {
        require(mover.is(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR));
        requireUnconcerned(standing, mover);
        if (standing.state() != null) {
            throw Problem.conflict(null, "It is proposed already.");
        }
        return State.PROPOSED;
    }

    private static State confirm(Standing standing, Mover mover) {
        require(mover.is(Role.POLICY_ADMINISTRATOR));
        requireUnconcerned(standing, mover);
        if (mover.person().equals(standing.proposedBy())) {
            throw Problem.forbidden("Another person than the one who proposed it has to confirm it.");
        }
        if (standing.state() != State.PROPOSED) {
            throw Problem.conflict(null, "It is not open for confirmation.");
        }
        return State.IN_FORCE;
    }

    private static State withdraw(Standing standing, Mover mover) {
        require(mover.is(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR));
        if (standing.state() == null || standing.state() == State.WITHDRAWN) {
            throw Problem.conflict(null, "It is withdrawn already.");
        }
        return State.WITHDRAWN;
    }

    private static void require(boolean isAllowed) {
        if (!isAllowed) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
    }

    private static void requireUnconcerned(Standing standing, Mover mover) {
        if (standing.concerned().contains(mover.person())) {
            throw Problem.forbidden("Nobody stands for what gives themselves a say.");
        }
    }
}
