package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.entente.audit.log.Act;
import org.jspecify.annotations.Nullable;

/**
 * An event as it arrived. Only the attributes that records are searched by are read; all the rest is kept as it is, known or not.
 *
 * @param event canonical JSON (RFC 8785)
 */
record ReceivedEvent(Act act, String event) {

    private static final int LARGEST_BYTES = 1 << 20;
    private static final int LONGEST_ATTRIBUTE = 255;

    /** Reads a CloudEvent 1.0 in structured JSON form; throws {@link PoisonException} for what can never become a record. */
    static ReceivedEvent parse(ObjectMapper json, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length > LARGEST_BYTES) {
            throw new PoisonException("an event has between 1 byte and 1 MiB");
        }
        JsonNode event = read(json, bytes);
        if (!event.isObject() || !"1.0".equals(event.path("specversion").textValue())) {
            throw new PoisonException("this is not a CloudEvent 1.0");
        }
        Act act = new Act(
                attribute(event, "source"),
                attribute(event, "id"),
                attribute(event, "type"),
                attribute(event, "subject"),
                time(attribute(event, "time")),
                event.has("partner") && !HomeOnly.is(attribute(event, "type")) ? attribute(event, "partner") : null);
        return new ReceivedEvent(act, CanonicalText.of(event));
    }

    private static JsonNode read(ObjectMapper json, byte[] bytes) {
        try {
            return json.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new PoisonException("this is not JSON in UTF-8");
        }
    }

    private static String attribute(JsonNode event, String name) {
        String value = event.path(name).textValue();
        if (value == null || value.isEmpty() || value.length() > LONGEST_ATTRIBUTE) {
            throw new PoisonException("the attribute " + name + " is not a text of 1 to 255 characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new PoisonException("the attribute " + name + " has control characters");
        }
        return value;
    }

    private static Instant time(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new PoisonException("the attribute time is not an RFC 3339 time");
        }
    }
}
