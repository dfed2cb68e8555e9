package org.entente.access.assurance;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.page.MenuEntry;

/** The way to a stronger login. */
@Singleton
class LoginEntry implements MenuEntry {

    @Override
    public String path() {
        return LoginPages.PATH;
    }

    @Override
    public String text() {
        return "Your login";
    }

    @Override
    public boolean isFor(Caller caller) {
        return true;
    }
}
