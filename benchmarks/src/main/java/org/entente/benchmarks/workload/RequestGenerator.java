package org.entente.benchmarks.workload;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Requests that one of the agreements was made for, every other of them then spoilt in one respect. */
final class RequestGenerator {
    private final Picks picks;
    private final List<Agreement> agreements;
    private final List<Consumer<Draft>> flaws = List.of(
            draft -> draft.partner = "XZX",
            draft -> draft.action = "redistribute",
            draft -> draft.purpose = picks().one(Words.PURPOSES),
            draft -> draft.categories = List.of("sensitive"),
            draft -> draft.classification = Words.LEVELS.size() - 1,
            draft -> draft.clearance = 0,
            draft -> draft.compartments = List.of("ORION", "LYRA", "CYGNUS"),
            draft -> draft.audience = List.of("XBB", "XCC"),
            draft -> draft.assurance = "password",
            draft -> draft.country = "XZY");

    RequestGenerator(Random random, List<Agreement> agreements) {
        this.picks = new Picks(random);
        this.agreements = agreements;
    }

    Request next() {
        Draft draft = fitting(picks.one(agreements));
        if (picks.chance(0.5)) {
            picks.one(flaws).accept(draft);
        }
        return draft.request();
    }

    private Draft fitting(Agreement agreement) {
        Draft draft = new Draft("person-" + picks.between(1, 100_000), agreement.partner());
        draft.action = picks.one(agreement.actions());
        draft.purpose = picks.one(agreement.grant().map(Grant::purposes).orElse(agreement.purposes()));
        draft.categories = picks.some(agreement.grant().map(Grant::categories).orElse(agreement.categories()), 2);
        draft.classification = picks.between(0, Words.LEVELS.indexOf(agreement.ceiling()));
        draft.clearance = picks.between(draft.classification, Words.LEVELS.size() - 1);
        draft.held = picks.some(Words.COMPARTMENTS, 2);
        draft.compartments = picks.chance(0.3) ? draft.held : List.of();
        draft.audience = Stream.generate(() -> picks.one(agreements).partner())
                .limit(picks.between(1, 6))
                .distinct()
                .toList();
        draft.assurance = agreement.assurance();
        draft.country = agreement.partner();
        return draft.shownTo(agreement.partner());
    }

    private Picks picks() {
        return picks;
    }
}
