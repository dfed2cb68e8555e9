package org.entente.audit.investigation;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the investigations. */
@Singleton
class CasesEntry implements MenuEntry {

    @Override
    public String path() {
        return "/audit/pages/investigations";
    }

    @Override
    public String text() {
        return "Investigations";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.isHome() && (caller.has(Role.AUDITOR) || caller.has(Role.LIAISON_OFFICER));
    }
}
