package org.entente.catalog.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under which labels a reader may discover.
 *
 * @param epoch of the policy that was decided on
 * @param decisionId under which it is recorded
 * @param validUntil until when it holds on this epoch, for everybody of the same properties; absent where it is good once
 * @param labels their identifiers
 * @param named assets about which labels alone decide nothing
 */
public record Discoverable(
        long epoch, String decisionId, @Nullable Instant validUntil, Set<String> labels, Set<String> named) {
    static Discoverable of(Decision decision) {
        if (!decision.epoch().isIntegralNumber()) {
            throw new UnclearAnswerException("The epoch is no number.");
        }
        return new Discoverable(
                decision.epoch().longValue(),
                decision.decisionId(),
                decision.validUntil(),
                decision.portions(),
                Set.copyOf(decision.named()));
    }

    /** The same with only what may be handed over as well, where that can be told by the label alone. */
    Discoverable alsoReleasable(Decision release) {
        if (of(release).epoch() != epoch) {
            throw new UnclearAnswerException("Two decisions of one answer are of two epochs.");
        }
        if (validUntil == null) {
            return this;
        }
        Set<String> both = new HashSet<>(labels);
        both.retainAll(release.portions());
        return new Discoverable(epoch, decisionId, validUntil, both, named);
    }
}
