package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.decision.Code.Remedy;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** An answer in the form of AuthZEN Authorization API 1.0 section 6.2; a denial is an answer, not an error. */
record Answer(boolean decision, Object context) {

    /**
     * All that is said about a decision; whoever enforces it passes on to a partner the partner's explanation only.
     *
     * @param named assets that grants or consents are bound to: a question about all labels says nothing about them, each has to be asked about
     * @param validUntil until when it may be used again under the same epoch, with a disclosure on record for each use
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            UUID decisionId,
            long epoch,
            Decision.View view,
            List<Decision.Reason> reasons,
            List<Obligation> obligations,
            List<Remedy> remedies,
            Explanation explanation,
            @Nullable Instant validUntil,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> named) {}

    /** Why one evaluation of several could not be made (section 7.2.1); it counts as denied. */
    record Failure(Fault error) {}

    /** What was wrong with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            int status, @Nullable String field, @Nullable String message) {}

    static Answer of(UUID id, Decision decision) {
        return new Answer(
                decision.permits(),
                new Told(
                        id,
                        decision.epoch(),
                        decision.view(),
                        decision.reasons(),
                        decision.obligations(),
                        decision.remedies(),
                        decision.explanation(),
                        decision.validUntil(),
                        decision.named()));
    }

    static Answer of(Problem problem) {
        return new Answer(false, new Failure(new Fault(problem.status(), problem.field(), problem.getMessage())));
    }
}
