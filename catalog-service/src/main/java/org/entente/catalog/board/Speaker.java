package org.entente.catalog.board;

import jakarta.enterprise.context.RequestScoped;
import org.entente.http.Caller;
import org.entente.http.Role;

/** Whom the caller speaks for: the home side's policy administrators for theirs, a partner's liaison officers for theirs. */
@RequestScoped
class Speaker {
    private final Caller caller;

    Speaker(Caller caller) {
        this.caller = caller;
    }

    Representative representative() {
        if (caller.isHome()) {
            caller.requireHome(Role.POLICY_ADMINISTRATOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER);
        }
        return new Representative(caller.nation(), caller.actor(), caller.isHome());
    }
}
