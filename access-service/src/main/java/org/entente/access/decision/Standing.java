package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.entente.access.agreement.Duty;
import org.entente.access.policy.Holding;
import org.jspecify.annotations.Nullable;

/**
 * How a partner stands under one agreement, or under none.
 *
 * @param grounds clauses that permit, where nothing is unmet; each once, sorted
 * @param isExpedited whether an activation stands in
 * @param until when the first of the grounds ends, or what was handed over is to be destroyed
 * @param stepUp the login that the agreement demands, where it may be unmet
 * @param holding under which it stands; absent for the public
 */
record Standing(
        List<String> grounds,
        boolean isExpedited,
        @Nullable Instant until,
        @Nullable StepUp stepUp,
        @Nullable Holding holding) {
    static final Standing NONE = new Standing(List.of(), false, null, null, null);

    /** Whether the agreement obliges to this. */
    boolean obliges(Duty duty) {
        return holding != null && holding.obliges(duty);
    }

    /** The same, by the leave of others too. */
    Standing with(Rights rights) {
        Instant end = rights.until();
        if (end == null) {
            return this;
        }
        TreeSet<String> all = new TreeSet<>(grounds);
        all.addAll(rights.clauses());
        return new Standing(List.copyOf(all), isExpedited, Holding.earlier(end, until), stepUp, holding);
    }
}
