package org.entente.audit.indicator;

import jakarta.inject.Singleton;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the indicators. */
@Singleton
class IndicatorsEntry implements MenuEntry {

    @Override
    public String path() {
        return "/audit/pages/indicators";
    }

    @Override
    public String text() {
        return "Indicators";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.isHome()
                && (caller.has(Role.AUDITOR)
                        || caller.has(Role.LIAISON_OFFICER)
                        || caller.has(Role.CRISIS_AUTHORITY)
                        || caller.has(Role.POLICY_ADMINISTRATOR));
    }
}
