package org.entente.crisis.degradation;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
import org.entente.page.MenuEntry;

/** The way to what is narrowed. */
@ApplicationScoped
class DegradationMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return DegradationPages.PATH;
    }

    @Override
    public String text() {
        return "Degradation";
    }

    @Override
    public boolean isFor(Caller caller) {
        return Act.READ_NARROWING.isOpenTo(caller);
    }
}
