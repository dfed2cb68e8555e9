package org.entente.crisis.exercise;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.MenuEntry;

/** The way to the exercises. */
@ApplicationScoped
class ExercisesMenuEntry implements MenuEntry {
    @Override
    public String path() {
        return ExercisePages.PATH;
    }

    @Override
    public String text() {
        return "Exercises";
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.has(Role.LIAISON_OFFICER)
                || (caller.isHome()
                        ? caller.has(Role.CRISIS_AUTHORITY) || caller.has(Role.ORIGINATOR) || caller.has(Role.AUDITOR)
                        : caller.has(Role.PARTNER_ANALYST));
    }
}
