package org.entente.access.crisis;

import java.util.List;
import java.util.Set;
import org.entente.http.Problem;
import org.entente.http.Role;

/** What a party can do with a plan here: the one place that says which move is legal, for whom, and where it leads. */
enum PlanMove {
    /** A party stands by the newest version; the last one puts it in force. */
    CONSENT(Set.of(Role.CRISIS_AUTHORITY, Role.LIAISON_OFFICER)),
    /** A party takes its consent to the plan back, for good and for all its versions. */
    WITHDRAW(Set.of(Role.CRISIS_AUTHORITY, Role.LIAISON_OFFICER));

    /** Who may, of the home side; of a partner only its liaison officers. */
    private final Set<Role> home;

    PlanMove(Set<Role> home) {
        this.home = home;
    }

    /** Where the newest version of a plan stands. */
    enum State {
        OFFERED,
        IN_FORCE,
        WITHDRAWN
    }

    /** Who moves. */
    record Mover(String nation, boolean isHome, Set<Role> roles) {}

    /**
     * Where the newest version stands.
     *
     * @param parties all of them
     * @param consented those that have consented to it
     */
    record Standing(boolean isWithdrawn, List<String> parties, Set<String> consented) {
        Standing {
            parties = List.copyOf(parties);
            consented = Set.copyOf(consented);
        }

        State state() {
            if (isWithdrawn) {
                return State.WITHDRAWN;
            }
            return consented.containsAll(parties) ? State.IN_FORCE : State.OFFERED;
        }
    }

    /** Refuses with a 403 problem whoever has not the role, before anything is looked up. */
    void require(Mover mover) {
        boolean may = mover.isHome()
                ? mover.roles().stream().anyMatch(home::contains)
                : mover.roles().contains(Role.LIAISON_OFFICER);
        if (!may) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
    }

    /** The state that follows; a 404 problem for whoever is no party, 409 where the state does not allow it. */
    State from(Standing standing, Mover mover) {
        require(mover);
        if (!standing.parties().contains(mover.nation())) {
            throw Problem.notFound();
        }
        if (standing.state() == State.WITHDRAWN) {
            throw Problem.conflict(null, "The plan is withdrawn, for good.");
        }
        return switch (this) {
            case CONSENT -> consent(standing, mover.nation());
            case WITHDRAW -> State.WITHDRAWN;
        };
    }

    private static State consent(Standing standing, String nation) {
        if (standing.consented().contains(nation)) {
            throw Problem.conflict(null, nation + " has consented already.");
        }
        boolean isLast = standing.parties().stream()
                .allMatch(party -> party.equals(nation) || standing.consented().contains(party));
        return isLast ? State.IN_FORCE : State.OFFERED;
    }
}
