package org.entente.access.policy;

import org.entente.label.MarkingPolicies;

/** The highest classification that something covers, on the common scale. */
final class Ceiling {
    /** Below every classification. */
    private static final int NOTHING = -1;

    private Ceiling() {}

    /** The place of a level of {@code ALLIANCE}; an unknown level covers nothing. */
    static int of(String level) {
        return MarkingPolicies.builtIn()
                .classification(MarkingPolicies.ALLIANCE, level)
                .map(classification -> classification.common())
                .orElse(NOTHING);
    }
}
