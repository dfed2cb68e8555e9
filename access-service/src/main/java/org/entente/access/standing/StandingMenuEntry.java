package org.entente.access.standing;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** A partner's way to its standing; the home side comes to one from the partner's file. */
@ApplicationScoped
class StandingMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return StandingPageResource.PATH;
    }

    @Override
    public String text() {
        return "Our standing";
    }

    @Override
    public boolean isFor(Caller caller) {
        return !caller.isHome() && (caller.has(Role.PARTNER_ANALYST) || caller.has(Role.LIAISON_OFFICER));
    }
}
