package org.entente.crisis.review;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the reviews. */
@ApplicationScoped
class ReviewsMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return ReviewPages.PATH;
    }

    @Override
    public String text() {
        return "Reviews";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.isHome()
                && (caller.has(Role.CRISIS_AUTHORITY) || caller.has(Role.LIAISON_OFFICER) || caller.has(Role.AUDITOR));
    }
}
