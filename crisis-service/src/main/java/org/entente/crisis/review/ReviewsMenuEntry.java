package org.entente.crisis.review;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
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
        return Act.READ_REVIEW.isOpenTo(caller);
    }
}
