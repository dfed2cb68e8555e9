package org.entente.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Agreements dealt to the partners in turn; a few not in force, a few without a live grant. */
final class AgreementGenerator {
    private static final double RARELY = 0.06;

    private final Random random;
    private final Picks picks;

    AgreementGenerator(Random random) {
        this.random = random;
        this.picks = new Picks(random);
    }

    List<Agreement> agreements(int count, List<Partner> partners) {
        return IntStream.range(0, count)
                .mapToObj(
                        index -> agreement(partners.get(index % partners.size()).code(), index == 0))
                .toList();
    }

    private Agreement agreement(String partner, boolean sound) {
        List<String> purposes = picks.some(Words.PURPOSES, 3);
        List<String> categories = picks.some(Words.CATEGORIES, 3);
        int maxTier = Words.tier(categories);
        boolean started = sound || !picks.chance(RARELY);
        boolean lapsed = !sound && picks.chance(RARELY);
        return new Agreement(
                id(),
                partner,
                purposes,
                categories,
                picks.one(Words.LEVELS.subList(1, Words.LEVELS.size())),
                actions(),
                maxTier,
                started ? before() : after(),
                lapsed ? before() : after().plus(Duration.ofDays(400)),
                picks.one(Words.ASSURANCES),
                picks.chance(0.25) ? List.of(Words.HOME, partner) : List.of(),
                grant(purposes, categories, maxTier, sound));
    }

    private List<String> actions() {
        return picks.chance(0.3)
                ? Stream.concat(Words.SHOWING.stream(), Stream.of("release")).toList()
                : Words.SHOWING;
    }

    private Optional<Grant> grant(List<String> purposes, List<String> categories, int maxTier, boolean sound) {
        boolean withdrawn = !sound && picks.chance(RARELY);
        boolean expired = !sound && picks.chance(RARELY);
        boolean overdue = !sound && picks.chance(RARELY);
        Grant grant = new Grant(
                id(),
                sound ? maxTier : picks.between(Math.max(1, maxTier - 1), maxTier),
                sound ? categories : picks.some(categories, 3),
                sound ? purposes : picks.some(purposes, 3),
                expired ? before() : after(),
                overdue ? before() : after());
        return withdrawn ? Optional.empty() : Optional.of(grant);
    }

    private Instant before() {
        return Workload.NOW.minus(Duration.ofHours(picks.between(1, 5_000)));
    }

    private Instant after() {
        return Workload.NOW.plus(Duration.ofHours(picks.between(1, 5_000)));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
