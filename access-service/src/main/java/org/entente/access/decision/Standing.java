package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a partner stands under one agreement, or under none.
 *
 * @param grounds clauses that permit, where nothing is unmet
 * @param isExpedited whether an activation stands in
 * @param until when the first of the grounds ends
 */
record Standing(
        List<Finding> findings,
        List<String> grounds,
        boolean isExpedited,
        @Nullable Instant until) {
    static final Standing NONE = new Standing(List.of(), List.of(), false, null);
}
