package org.entente.benchmarks.workload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A data-use agreement with one partner, and the grant under it.
 *
 * @param assurance the least login it demands
 * @param countries from where only; empty for anywhere
 * @param grant absent once it was withdrawn
 */
public record Agreement(
        UUID id,
        String partner,
        List<String> purposes,
        List<String> categories,
        String ceiling,
        List<String> actions,
        int maxTier,
        Instant from,
        Instant until,
        String assurance,
        List<String> countries,
        Optional<Grant> grant) {}
