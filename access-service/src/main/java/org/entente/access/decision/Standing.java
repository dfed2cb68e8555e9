package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a partner stands under one agreement, or under none.
 *
 * @param grounds clauses that permit, where nothing is unmet; each once, sorted
 * @param isExpedited whether an activation stands in
 * @param until when the first of the grounds ends
 * @param stepUp the login that the agreement demands, where it may be unmet
 */
record Standing(
        List<String> grounds,
        boolean isExpedited,
        @Nullable Instant until,
        @Nullable StepUp stepUp) {
    static final Standing NONE = new Standing(List.of(), false, null, null);
}
