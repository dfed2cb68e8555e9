package org.entente.access.desk;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.page.MenuEntry;

/** The way to the desk. */
@Singleton
class DeskEntry implements MenuEntry {

    @Override
    public String path() {
        return DeskPages.PATH;
    }

    @Override
    public String text() {
        return "Desk";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.isHome() && DeskResource.READERS.stream().anyMatch(caller::has);
    }
}
