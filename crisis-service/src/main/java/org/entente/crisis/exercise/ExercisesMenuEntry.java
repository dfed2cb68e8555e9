package org.entente.crisis.exercise;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
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
        return Act.READ_EXERCISE.isOpenTo(caller);
    }
}
