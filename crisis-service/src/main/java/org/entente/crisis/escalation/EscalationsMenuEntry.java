package org.entente.crisis.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
import org.entente.page.MenuEntry;

/** The way to the escalations. */
@ApplicationScoped
class EscalationsMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return EscalationPages.PATH;
    }

    @Override
    public String text() {
        return "Escalations";
    }

    @Override
    public boolean isFor(Caller caller) {
        return Act.READ_ESCALATION.isOpenTo(caller);
    }
}
