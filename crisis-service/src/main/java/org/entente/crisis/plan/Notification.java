package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That somebody must be told of an activation, and by when.
 *
 * @param who is told
 * @param what they are told, for whoever tells them; what was shared, to whom, why and how is put together by itself
 * @param within how long after the activation started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notification(
        Who who,

        @Schema(examples = "What was shared, to whom, why and how")
        String what,

        @Schema(examples = "PT72H") Duration within) {
    /** Who is told. */
    public enum Who {
        ORIGINATORS,
        PARTNERS,
        OVERSIGHT;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
