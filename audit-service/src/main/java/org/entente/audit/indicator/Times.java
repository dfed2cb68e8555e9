package org.entente.audit.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Instants in events of other services. */
final class Times {

    private Times() {}

    /** Absent for what is no RFC 3339 time. */
    static @Nullable Instant read(JsonNode value) {
        try {
            return value.isTextual() ? OffsetDateTime.parse(value.textValue()).toInstant() : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
