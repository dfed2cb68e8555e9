package org.entente.catalog.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.entente.catalog.access.Discoverable;
import org.entente.catalog.asset.KnownLabels;
import org.entente.catalog.content.InternedLabel;
import org.jspecify.annotations.Nullable;

/**
 * Under which labels readers of one profile may discover, on one policy epoch.
 *
 * @param decisions that say so
 * @param validUntil until when they hold on this epoch; absent where they are good once
 * @param labels how many are decided: those with the lowest numbers
 * @param admitted those that permit, by number; never changed
 * @param named assets about which labels alone decide nothing
 */
record Verdicts(
        long epoch,
        List<String> decisions,
        @Nullable Instant validUntil,
        int labels,
        BitSet admitted,
        Set<String> named) {
    static final Verdicts NONE = new Verdicts(0, List.of(), null, 0, new BitSet(), Set.of());
    /** More than that, and it is better to ask about everything anew. */
    private static final int MANY_DECISIONS = 100;

    /** Whether everything that is known is decided, and at least that there is such a reader. */
    boolean cover(KnownLabels known) {
        return !decisions.isEmpty() && labels >= known.labels().size();
    }

    boolean areReusable() {
        return validUntil != null && decisions.size() < MANY_DECISIONS;
    }

    boolean isOfEpoch(long other) {
        return decisions.isEmpty() || epoch == other;
    }

    /** Of the known labels the next to be decided. */
    List<InternedLabel> undecided(KnownLabels known, int atMost) {
        List<InternedLabel> all = known.labels();
        int from = Math.min(labels, all.size());
        return all.subList(from, Math.min(all.size(), from + atMost));
    }

    /** These and what was decided of the next labels on the same epoch. */
    Verdicts and(Discoverable decided, List<InternedLabel> next) {
        BitSet more = (BitSet) admitted.clone();
        for (int index = 0; index < next.size(); index++) {
            if (decided.labels().contains(next.get(index).id())) {
                more.set(labels + index);
            }
        }
        List<String> all = new ArrayList<>(decisions);
        all.add(decided.decisionId());
        Instant until = decisions.isEmpty() ? decided.validUntil() : earlier(validUntil, decided.validUntil());
        return new Verdicts(decided.epoch(), List.copyOf(all), until, labels + next.size(), more, decided.named());
    }

    boolean admit(KnownLabels known, String label) {
        Integer number = known.number(label);
        return number != null && admitted.get(number);
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null ? null : one.isBefore(other) ? one : other;
    }
}
