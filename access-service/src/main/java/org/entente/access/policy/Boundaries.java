package org.entente.access.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.access.partner.Trust;

/**
 * The instants at which something of a policy begins or ends by itself. A decision comes out the same from one of them
 * until the next, as long as the policy is the same.
 */
final class Boundaries {
    /** How long what is configured rather than recorded, such as categories and purposes, may be taken as unchanged. */
    private static final long AT_MOST = Duration.ofMinutes(10).toNanos() / 1_000;

    private static final long DAY = ChronoUnit.DAYS.getDuration().toNanos() / 1_000;

    /** As {@link Micros}. */
    private final long[] sorted;

    Boundaries(Parts parts) {
        Stream<Instant> agreed = parts.agreements().stream()
                .flatMap(agreement ->
                        Stream.of(agreement.terms().from(), agreement.terms().until()));
        Stream<Instant> granted = parts.grants().stream()
                .flatMap(grant -> Stream.of(grant.terms().until(), grant.terms().reviewDue()));
        Stream<Instant> activated =
                parts.activations().stream().flatMap(activation -> Stream.of(activation.from(), activation.until()));
        Stream<Instant> trusted = parts.postures().values().stream().flatMap(Trust::turns);
        sorted = Stream.of(agreed, granted, activated, trusted, CompiledWarrants.dates(parts.warrants()))
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .mapToLong(Micros::from)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The first one after an instant. Memberships of groups change with the day (UTC), so that none lies further away. */
    Instant after(Instant instant) {
        long micros = Micros.of(instant);
        long soon = Math.min((Math.floorDiv(micros, DAY) + 1) * DAY, micros + AT_MOST);
        int found = Arrays.binarySearch(sorted, micros);
        int next = found >= 0 ? found + 1 : -found - 1;
        return Micros.instant(next < sorted.length ? Math.min(sorted[next], soon) : soon);
    }
}
