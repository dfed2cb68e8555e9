package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder. Those on call are called at once, their deputies after half of the time, the next level after all of it.
 *
 * @param within how long somebody has to acknowledge
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Level(
        @Schema(examples = "Duty officer") String name,
        List<Contact> onCall,
        @Nullable List<Contact> deputies,
        @Schema(examples = "PT15M") Duration within) {

    List<Contact> standIns() {
        return deputies == null ? List.of() : deputies;
    }

    Stream<Contact> people() {
        return Stream.concat(onCall.stream(), standIns().stream());
    }

    Duration half() {
        return within.dividedBy(2);
    }
}
