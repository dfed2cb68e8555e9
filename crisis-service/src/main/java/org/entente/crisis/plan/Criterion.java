package org.entente.crisis.plan;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What must have been signalled for one authority alone to activate a plan.
 *
 * @param indicator the name of what is measured
 * @param atLeast the threshold, 0 to 100
 * @param within how old the signal may be
 */
public record Criterion(
        @Schema(examples = "ics-intrusion") String indicator,
        @Schema(examples = "70") Integer atLeast,
        @Schema(examples = "PT1H") Duration within) {

    /** The oldest instant that counts, itself included. */
    public Instant since(Instant now) {
        return now.minus(within);
    }

    /** Whether a signal of this indicator meets the criterion at {@code now}; both ends of the window belong to it. */
    public boolean isMetBy(int value, Instant reported, Instant now) {
        return value >= atLeast && !reported.isBefore(since(now)) && !reported.isAfter(now);
    }
}
