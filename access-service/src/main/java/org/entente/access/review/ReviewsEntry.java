package org.entente.access.review;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the reviews. */
@Singleton
class ReviewsEntry implements MenuEntry {

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
                && (caller.has(Role.LIAISON_OFFICER)
                        || caller.has(Role.AUDITOR)
                        || caller.has(Role.POLICY_ADMINISTRATOR));
    }
}
