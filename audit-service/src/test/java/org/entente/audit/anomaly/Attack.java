package org.entente.audit.anomaly;

import java.time.Instant;

/** An attack in traffic: by whom, and within which time it has to be noticed. */
record Attack(Scenario scenario, String person, String partner, Instant from, Instant until) {

    /** Whether something that was noticed is about it. */
    boolean explains(Watch.Noticed noticed) {
        Instant at = noticed.access().at();
        return noticed.access().by().person().equals(person) && !at.isBefore(from) && at.isBefore(until);
    }
}
