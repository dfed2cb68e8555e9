package org.entente.crisis.activation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.input.Field;
import org.jspecify.annotations.Nullable;

/**
 * What an authority asks for.
 *
 * @param plan which plan
 * @param duration for how long, whole seconds
 * @param reason for the record, and for the parties
 */
@RegisterForReflection
record ActivationRequest(
        UUID plan,
        @Schema(examples = "PT1H") Duration duration,

        @Schema(examples = "Intrusion under way in three substations")
        String reason) {
    private static final Duration LONGEST = Duration.ofDays(30);

    /** The request itself when it is as it must be; a 400 problem that names the field when not. */
    static ActivationRequest checked(@Nullable ActivationRequest sent) {
        ActivationRequest request = Field.present("", sent);
        Field.present("/plan", request.plan());
        Field.duration("/duration", request.duration(), LONGEST);
        Field.text("/reason", request.reason(), Reason.MAX);
        return request;
    }
}
