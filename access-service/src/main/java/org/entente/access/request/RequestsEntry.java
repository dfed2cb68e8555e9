package org.entente.access.request;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the requests. */
@Singleton
class RequestsEntry implements MenuEntry {

    @Override
    public String path() {
        return RequestPages.PATH;
    }

    @Override
    public String text() {
        return "Requests";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.has(Role.LIAISON_OFFICER)
                || caller.has(caller.isHome() ? Role.AUDITOR : Role.PARTNER_ANALYST)
                || (caller.isHome() && caller.has(Role.POLICY_ADMINISTRATOR));
    }
}
