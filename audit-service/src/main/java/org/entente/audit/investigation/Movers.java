package org.entente.audit.investigation;

import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Move.Part;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** As what a caller moves; the partner claim decides first. */
final class Movers {

    private Movers() {}

    static Mover of(Caller caller) {
        return new Mover(caller.subject(), part(caller));
    }

    /** The same, for an officer of the party that is addressed. */
    static Mover addressee(Caller caller, String party) {
        boolean isAddressed = caller.partner().filter(party::equals).isPresent() && caller.has(Role.LIAISON_OFFICER);
        return isAddressed ? new Mover(caller.subject(), Part.ADDRESSEE) : of(caller);
    }

    /** Lets those pass who may read cases at all: home auditors, and home liaison officers, of whom each sees their own. */
    static Mover requireReader(Caller caller) {
        Mover mover = of(caller);
        return switch (mover.part()) {
            case AUDITOR, OFFICER -> mover;
            case HOME -> throw Problem.forbidden("Your roles do not allow this.");
            case ABROAD, ADDRESSEE, SERVICE -> throw Problem.notFound();
        };
    }

    private static Part part(Caller caller) {
        if (caller.partner().isPresent()) {
            return Part.ABROAD;
        }
        if (caller.has(Role.AUDITOR)) {
            return Part.AUDITOR;
        }
        return caller.has(Role.LIAISON_OFFICER) ? Part.OFFICER : Part.HOME;
    }
}
