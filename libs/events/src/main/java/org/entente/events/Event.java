package org.entente.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a CloudEvent 1.0 in structured JSON form.
 *
 * @param id unique within {@code source}
 * @param source the service it happened in, {@code /catalog}, {@code /access}, {@code /audit} or {@code /crisis}
 * @param type one of {@link EventTypes}
 * @param subject the aggregate it happened to; events of one subject keep their order
 * @param time when, UTC
 * @param partner the partner it concerns, who may therefore see its record; absent when none
 * @param actor who did it, {@code name@nation}; absent when the clock did
 * @param exercise whether it belongs to an exercise; such an event never touches real policy or content
 * @param data what happened, by type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        ignoreUnknown = true) // CloudEvents 1.0 section 3.1: a consumer passes over extensions that it does not know
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype"})
public record Event(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        @Nullable String partner,
        @Nullable String actor,
        boolean exercise,
        JsonNode data) {

    /** The media type of an event in structured mode. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    /** A new event that happens now. */
    public static Event of(
            String type, String subject, @Nullable String partner, @Nullable String actor, JsonNode data) {
        return new Event(
                UUID.randomUUID(),
                EventTypes.sourceOf(type),
                type,
                subject,
                Instant.now(),
                partner,
                actor,
                false,
                data);
    }

    /** The same event, marked as part of an exercise. */
    public Event inExercise() {
        return new Event(id, source, type, subject, time, partner, actor, true, data);
    }

    @JsonProperty("specversion")
    String specVersion() {
        return "1.0";
    }

    @JsonProperty("datacontenttype")
    String dataContentType() {
        return "application/json";
    }
}
