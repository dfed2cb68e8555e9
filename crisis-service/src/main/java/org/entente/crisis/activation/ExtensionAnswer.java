package org.entente.crisis.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An extension as it is shown.
 *
 * @param state {@code decided}, {@code awaiting-second-person} or {@code lapsed}
 * @param confirmBy when it lapses; only while it awaits somebody
 * @param until when the activation ends by itself now
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExtensionAnswer(
        UUID activation,
        int number,
        String state,
        boolean criterionMet,
        Duration duration,
        String reason,
        String requestedBy,
        @Nullable Instant confirmBy,
        @Nullable Instant until) {

    static ExtensionAnswer of(Extension extension, Activation activation, Instant now) {
        boolean isOpen = extension.decidedAt == null && now.isBefore(extension.confirmBy);
        return new ExtensionAnswer(
                extension.activation,
                extension.number,
                extension.decidedAt != null ? "decided" : isOpen ? "awaiting-second-person" : "lapsed",
                extension.criterionMet,
                extension.by(),
                extension.reason,
                extension.requestedBy,
                isOpen ? extension.confirmBy : null,
                activation.activeUntil);
    }
}
