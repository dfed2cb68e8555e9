package org.entente.benchmarks.workload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agreement and its grant allow together: what is left to test for an engine that need not explain. */
public record Permission(
        Agreement agreement,
        List<String> purposes,
        List<String> categories,
        int ceiling,
        int tier,
        int assurance,
        Instant until) {

    /** Empty where there is no grant, or nothing that both of them allow. */
    public static Optional<Permission> of(Agreement agreement) {
        return agreement
                .grant()
                .map(grant -> merged(agreement, grant))
                .filter(permission -> !permission.purposes.isEmpty() && !permission.categories.isEmpty());
    }

    private static Permission merged(Agreement agreement, Grant grant) {
        return new Permission(
                agreement,
                common(agreement.purposes(), grant.purposes()),
                common(agreement.categories(), grant.categories()),
                Words.LEVELS.indexOf(agreement.ceiling()),
                Math.min(agreement.maxTier(), grant.tier()),
                Words.ASSURANCES.indexOf(agreement.assurance()),
                Stream.of(agreement.until(), grant.until(), grant.reviewDue())
                        .min(Instant::compareTo)
                        .orElseThrow());
    }

    private static List<String> common(List<String> one, List<String> other) {
        return one.stream().filter(other::contains).toList();
    }
}
