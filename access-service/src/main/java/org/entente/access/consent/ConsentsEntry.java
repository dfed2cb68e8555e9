package org.entente.access.consent;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the consents. */
@Singleton
class ConsentsEntry implements MenuEntry {

    @Override
    public String path() {
        return ConsentPages.PATH;
    }

    @Override
    public String text() {
        return "Consents";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.isHome()
                ? Move.READERS.stream().anyMatch(caller::has)
                : caller.has(Role.LIAISON_OFFICER) || caller.has(Role.PARTNER_ANALYST);
    }
}
