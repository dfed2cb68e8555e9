package org.entente.catalog.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rotation and how far it is.
 *
 * @param target the name of the key-encryption key that all wrapped keys pass to
 * @param rewrapped how many have passed
 * @param failed how many could not be unwrapped, and are as they were
 * @param finished absent while it is running
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // also kept as the answer to a repetition
record KeyRotation(
        UUID id,
        @Schema(examples = "file-6b1f0e2c9d3a4f58") String target,
        State state,
        int rewrapped,
        int failed,
        Instant started,
        String actor,
        @Nullable Instant finished) {

    /** How a rotation stands. It ends in one of the last three, and then for good. */
    enum State {
        RUNNING,
        /** Everything had passed. */
        COMPLETED,
        /** Everything had passed but what could not be unwrapped. */
        INCOMPLETE,
        /** Another key became the target first. */
        SUPERSEDED;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wireName) {
            return Arrays.stream(values())
                    .filter(state -> state.wireName().equals(wireName))
                    .findFirst()
                    .orElseThrow();
        }
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }
}
