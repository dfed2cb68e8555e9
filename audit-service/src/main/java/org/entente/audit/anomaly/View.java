package org.entente.audit.anomaly;

import java.time.Instant;

/**
 * What a signal needs to know besides the access itself.
 *
 * @param now when, never before what was seen last
 * @param hasHabits whether the subject is known long enough to be compared with itself
 */
record View(Subject.Scope scope, Instant now, boolean hasHabits, Settings settings) {

    private static final int SEVERAL_FLOORS = 3;
    private static final int SEVERAL_CEILINGS = 10;
    private static final long TEN_MINUTES = 600;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    /** The limit of a count: of its habits, or the ceiling where there are none. */
    double limit(Baseline baseline, double floor, double ceiling) {
        return hasHabits ? baseline.limit(settings.sensitivity(), floor) : ceiling;
    }

    Settings.Bounds floors() {
        return isPerson() ? settings.floors() : settings.floors().times(SEVERAL_FLOORS);
    }

    Settings.Bounds ceilings() {
        return isPerson() ? settings.ceilings() : settings.ceilings().times(SEVERAL_CEILINGS);
    }

    boolean isPerson() {
        return scope == Subject.Scope.PERSON;
    }

    /** Which ten minutes, hour and day since 1970 it is. */
    long tenMinutes() {
        return Math.floorDiv(now.getEpochSecond(), TEN_MINUTES);
    }

    long hour() {
        return Math.floorDiv(now.getEpochSecond(), HOUR);
    }

    long day() {
        return Math.floorDiv(now.getEpochSecond(), DAY);
    }
}
