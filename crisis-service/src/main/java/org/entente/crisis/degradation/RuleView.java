package org.entente.crisis.degradation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as it is shown. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        UUID id,
        RuleMove.State state,
        Rule rule,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable String endProposedBy,
        @Nullable String endReason,
        @Nullable String endedBy) {

    static RuleView of(HeldRule held, ObjectMapper json) {
        return new RuleView(
                held.id,
                held.state,
                held.rule(json),
                held.proposedBy,
                held.proposedAt,
                held.approvedBy,
                held.endBy,
                held.endReason,
                held.endedBy);
    }
}
