package org.entente.benchmarks.workload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the partner holds under an agreement. */
public record Grant(
        UUID id, int tier, List<String> categories, List<String> purposes, Instant until, Instant reviewDue) {}
