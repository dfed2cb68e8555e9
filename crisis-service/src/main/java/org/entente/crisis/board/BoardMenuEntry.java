package org.entente.crisis.board;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the board. */
@ApplicationScoped
class BoardMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return BoardPages.PATH;
    }

    @Override
    public String text() {
        return "Situation board";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.has(Role.LIAISON_OFFICER)
                || (caller.isHome()
                        ? caller.has(Role.CRISIS_AUTHORITY) || caller.has(Role.AUDITOR)
                        : caller.has(Role.PARTNER_ANALYST));
    }
}
