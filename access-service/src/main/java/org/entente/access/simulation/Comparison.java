package org.entente.access.simulation;

import java.time.Duration;
import java.util.Optional;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Draft;
import org.entente.access.policy.Policies;

/** The policies on which questions are decided twice: without the draft, and with it. */
final class Comparison {
    private static final Duration READS_WITHIN = Duration.ofSeconds(30);

    private final Policies policies;
    private final Against against;
    private final Draft draft;
    private Optional<Pair> pair;
    private long epoch;

    private record Pair(CompiledPolicy before, CompiledPolicy after) {}

    Comparison(Policies policies, Job job) {
        this.policies = policies;
        this.against = job.against();
        this.draft = job.draft();
        this.pair = Optional.of(pair(job.policy()));
        this.epoch = job.policy().epoch();
    }

    /** What would change for a question; passed over if it cannot, or must not, be decided. */
    Result of(Source.Item item) {
        if (item.question().isEmpty() || item.question().get().isExercise()) {
            return new PassedOver();
        }
        if (against == Against.THEN && item.epoch() != epoch) {
            pair = policies.at(item.epoch()).await().atMost(READS_WITHIN).map(this::pair);
            epoch = item.epoch();
        }
        return pair.<Result>map(both -> new Compared(Change.between(
                        item.question().get().under(both.before),
                        item.question().get().under(both.after))))
                .orElseGet(PassedOver::new);
    }

    private Pair pair(CompiledPolicy policy) {
        return new Pair(policy, policy.with(draft));
    }

    /** What came of a question. */
    sealed interface Result {}

    /** It was decided twice. */
    record Compared(Optional<Change> change) implements Result {}

    /** It was not. */
    record PassedOver() implements Result {}
}
