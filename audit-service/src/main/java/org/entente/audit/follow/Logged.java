package org.entente.audit.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log, as a follower gets it.
 *
 * @param partner who may see it besides the home side's auditors
 * @param recorded when it came into the log
 * @param event the CloudEvent; missing where its content was erased
 */
public record Logged(
        long index, String type, String subject, @Nullable String partner, Instant recorded, JsonNode event) {

    /** When it happened, as its source says; else when it was recorded. */
    public Instant at() {
        try {
            String time = event.path("time").textValue();
            return time == null ? recorded : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException notATime) {
            return recorded;
        }
    }

    public boolean isExercise() {
        return event.path("exercise").asBoolean(false);
    }

    /** Who acted, {@code name@nation}. */
    public @Nullable String actor() {
        return text(event, "actor");
    }

    /** What happened, by type; never null. */
    public JsonNode data() {
        return event.path("data");
    }

    /** A field of the data, if it is a text that is not empty. */
    public @Nullable String text(String field) {
        return text(data(), field);
    }

    private static @Nullable String text(JsonNode node, String field) {
        String value = node.path(field).textValue();
        return value == null || value.isEmpty() ? null : value;
    }

    static JsonNode erased() {
        return MissingNode.getInstance();
    }
}
