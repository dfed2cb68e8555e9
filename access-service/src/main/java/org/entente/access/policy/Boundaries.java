package org.entente.access.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.access.policy.CompiledPolicy.Parts;

/**
 * The instants at which something of a policy begins or ends by itself. A decision comes out the same from one of them
 * until the next, as long as the policy is the same.
 */
final class Boundaries {
    /** How long what is configured rather than recorded, such as categories and purposes, may be taken as unchanged. */
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final Instant[] sorted;

    Boundaries(Parts parts) {
        Stream<Instant> agreed = parts.agreements().stream()
                .flatMap(agreement ->
                        Stream.of(agreement.terms().from(), agreement.terms().until()));
        Stream<Instant> granted = parts.grants().stream()
                .flatMap(grant -> Stream.of(grant.terms().until(), grant.terms().reviewDue()));
        Stream<Instant> activated =
                parts.activations().stream().flatMap(activation -> Stream.of(activation.from(), activation.until()));
        sorted = Stream.of(agreed, granted, activated)
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .toArray(Instant[]::new);
    }

    /** The first one after an instant. Memberships of groups change with the day (UTC), so that none lies further away. */
    Instant after(Instant instant) {
        Instant day = instant.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant soon = earlier(day, instant.plus(AT_MOST));
        int found = Arrays.binarySearch(sorted, instant);
        int next = found >= 0 ? found + 1 : -found - 1;
        return next < sorted.length ? earlier(sorted[next], soon) : soon;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
