package org.entente.crisis.activation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.input.Field;
import org.jspecify.annotations.Nullable;

/**
 * That an activation is to last longer.
 *
 * @param duration by how much, whole seconds
 * @param reason for the record, and for the parties
 */
@RegisterForReflection
record ExtensionRequest(
        @Schema(examples = "PT30M") Duration duration,
        @Schema(examples = "Two substations are still down") String reason) {
    private static final Duration LONGEST = Duration.ofDays(30);

    /** The request itself when it is as it must be; a 400 problem that names the field when not. */
    static ExtensionRequest checked(@Nullable ExtensionRequest sent) {
        ExtensionRequest request = Field.present("", sent);
        Field.duration("/duration", request.duration(), LONGEST);
        Field.text("/reason", request.reason(), Reason.MAX);
        return request;
    }
}
