package org.entente.access.agreement;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the agreements. */
@Singleton
class AgreementsEntry implements MenuEntry {

    @Override
    public String path() {
        return "/access/pages/agreements";
    }

    @Override
    public String text() {
        return "Agreements";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.has(Role.LIAISON_OFFICER)
                || caller.has(caller.isHome() ? Role.AUDITOR : Role.PARTNER_ANALYST)
                || (caller.isHome() && caller.has(Role.ORIGINATOR));
    }
}
