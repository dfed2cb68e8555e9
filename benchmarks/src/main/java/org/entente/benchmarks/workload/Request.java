package org.entente.benchmarks.workload;

import java.time.Instant;

/** A question: may this person do that with a portion so marked, for that purpose, at that instant? */
public record Request(Person person, String action, String purpose, Marking marking, Instant instant) {}
