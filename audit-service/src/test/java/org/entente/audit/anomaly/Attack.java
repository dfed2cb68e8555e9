package org.entente.audit.anomaly;

import java.time.Duration;
import java.time.Instant;

/** An attack in traffic: by whom, and within which time it has to be noticed. */
record Attack(Scenario scenario, String person, String partner, Instant from, Instant until) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** Whether something that was noticed is about it. */
    boolean explains(Watch.Noticed noticed) {
        Instant at = noticed.access().at();
        return noticed.access().by().person().equals(person) && !at.isBefore(from) && at.isBefore(until);
    }

    /** Whether something that was noticed may come of it: a unit and a partner are more than one person, and a day is counted to its end. */
    boolean mayCause(Watch.Noticed noticed) {
        Instant at = noticed.access().at();
        return partner.equals(noticed.access().by().partner()) && !at.isBefore(from) && at.isBefore(until.plus(A_DAY));
    }
}
