package org.entente.access.countersigned;

import java.util.EnumSet;
import java.util.Set;
import org.entente.http.Caller;
import org.entente.http.Role;

/** Who acts: as the moves know them, and as the log does. */
record Officer(Move.Mover mover, String actor) {
    static Officer of(Caller caller) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (caller.has(role)) {
                roles.add(role);
            }
        }
        return new Officer(new Move.Mover(caller.subject(), caller.isHome(), roles), caller.actor());
    }
}
