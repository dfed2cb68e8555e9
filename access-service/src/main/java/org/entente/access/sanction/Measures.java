package org.entente.access.sanction;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.access.agreement.Consequence;
import org.entente.access.agreement.Severity;
import org.entente.access.agreement.Step;
import org.entente.access.agreement.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a breach under an agreement.
 *
 * @param steps of the ladder that concern access, mildest first
 * @param until when a lowered posture is over by itself; absent for until it is taken away
 */
record Measures(List<Step> steps, @Nullable Instant until) {

    /** What the terms say of that severity; where they say nothing, the published rules. */
    static Measures under(@Nullable Terms terms, Severity severity, Instant now) {
        if (terms != null) {
            for (Consequence consequence : terms.undertaken().consequences()) {
                if (consequence.severity() == severity) {
                    return stated(consequence, now);
                }
            }
        }
        return new Measures(List.of(byRule(severity)), null);
    }

    private static Measures stated(Consequence consequence, Instant now) {
        Period lasting = consequence.lasting();
        List<Step> steps = consequence.steps().stream()
                .filter(Step::isAppliedHere)
                .distinct()
                .sorted()
                .toList();
        return new Measures(
                steps,
                lasting == null
                        ? null
                        : now.atOffset(ZoneOffset.UTC).plus(lasting).toInstant());
    }

    private static Step byRule(Severity severity) {
        return switch (severity) {
            case MINOR -> Step.ENHANCED_MONITORING;
            case SERIOUS -> Step.CONTAINED;
            case GRAVE -> Step.PARTNER_SUSPENDED;
        };
    }
}
