package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about everything under one label.
 *
 * @param findings every unmet condition; none permits
 * @param grounds clauses that permit
 * @param sensitivity of what the label marks, for choosing among tearlines and for obligations
 * @param isExpedited whether an activation stands in for a purpose, a grant or a tier
 * @param until when the first of the grounds ends; absent for the public
 */
record Verdict(
        List<Finding> findings,
        List<String> grounds,
        Sensitivity sensitivity,
        boolean isExpedited,
        @Nullable Instant until) {

    /** How high and how deep: what is more sensitive tells more. */
    record Sensitivity(int classification, int tier) implements Comparable<Sensitivity> {
        static final Sensitivity NONE = new Sensitivity(0, 0);

        @Override
        public int compareTo(Sensitivity other) {
            int byClassification = Integer.compare(classification, other.classification);
            return byClassification == 0 ? Integer.compare(tier, other.tier) : byClassification;
        }
    }

    /** Of a label that means nothing here. */
    static Verdict unruled(String why) {
        return new Verdict(List.of(new Finding(Code.NO_MATCHING_RULE, why)), List.of(), Sensitivity.NONE, false, null);
    }

    boolean permits() {
        return findings.isEmpty();
    }

    /** Whether the partner itself could change it, and may therefore be told how. */
    boolean isForPartnerToChange() {
        return !permits()
                && findings.stream().allMatch(finding -> finding.code().isForPartner());
    }
}
