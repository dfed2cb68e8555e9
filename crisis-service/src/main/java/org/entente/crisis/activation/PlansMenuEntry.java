package org.entente.crisis.activation;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
import org.entente.page.MenuEntry;

/** The way to the plans. */
@ApplicationScoped
class PlansMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return PlanPages.PATH;
    }

    @Override
    public String text() {
        return "Plans";
    }

    @Override
    public boolean isFor(Caller caller) {
        return Act.READ.isOpenTo(caller);
    }
}
