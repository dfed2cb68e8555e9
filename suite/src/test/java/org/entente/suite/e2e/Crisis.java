package org.entente.suite.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.PlanTerms;
import org.entente.suite.demo.Reach;

/** A plan that was agreed with XBB for a crisis of its own: no other test's signals meet its criterion. */
record Crisis(Acts acts, String plan, String indicator) {

    static final Reach REACH = new Reach("XBB", Set.copyOf(Situation.SHARED), 2, "CONFIDENTIAL");

    static Crisis foreseen(Acts acts) {
        String indicator = "ics-intrusion-" + UUID.randomUUID();
        PlanTerms terms = new PlanTerms(
                "Intrusion",
                List.of("XBB"),
                List.of(Situation.PURPOSE),
                Situation.SHARED,
                REACH.tier(),
                REACH.ceiling(),
                "PT1H",
                new PlanTerms.Criterion(indicator, 70, "PT1H"));
        return new Crisis(acts, acts.plan(terms, "xbb-officer"), indicator);
    }

    /** Activates the plan; returns when it will end by itself. */
    Instant activate(Duration duration) {
        return Instant.parse(
                acts.activate(plan, duration, "It is urgent.").path("until").asText());
    }
}
