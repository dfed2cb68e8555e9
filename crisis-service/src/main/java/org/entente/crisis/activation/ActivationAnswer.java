package org.entente.crisis.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activation as it is shown, at an instant.
 *
 * @param confirmBy when the request lapses; only while it awaits a second person
 * @param from first instant in force; absent until then
 * @param until first instant no longer in force, as planned; absent until it is in force
 * @param extensions how often it was extended
 * @param ended how it ended; absent until then
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivationAnswer(
        UUID id,
        UUID plan,
        int planVersion,
        ActivationState state,
        boolean criterionMet,
        Duration duration,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant confirmBy,
        @Nullable String confirmedBy,
        @Nullable Instant from,
        @Nullable Instant until,
        int extensions,
        @Nullable Ending ended) {

    static ActivationAnswer of(Activation activation, Instant now) {
        ActivationState state = activation.stateAt(now);
        return new ActivationAnswer(
                activation.id,
                activation.plan,
                activation.planVersion,
                state,
                activation.criterionMet,
                activation.duration(),
                activation.reason,
                activation.requestedBy,
                activation.requestedAt,
                state == ActivationState.AWAITING_SECOND_PERSON ? activation.confirmBy : null,
                activation.confirmedBy,
                activation.activeFrom,
                activation.activeUntil,
                activation.extensions,
                activation.endingAt(now));
    }
}
