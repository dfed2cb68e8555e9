package org.entente.access.received;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.entente.events.Event;

/** Reads events and, of what they carry, the fields we need: all of those must be there, others may come to be. */
@ApplicationScoped
public class EventReader {
    private final ObjectMapper json;
    private final ObjectReader tolerant;

    EventReader(ObjectMapper json) {
        this.json = json;
        this.tolerant = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }

    public Event event(String message) {
        try {
            Event event = json.readValue(message, Event.class);
            if (event.id() == null || event.source() == null || event.type() == null || event.data() == null) {
                throw new RefusedEventException("A CloudEvent lacks id, source, type or data.");
            }
            return event;
        } catch (JsonProcessingException exception) {
            throw new RefusedEventException("Not a CloudEvent: " + exception.getOriginalMessage());
        }
    }

    public <T> T data(Event event, Class<T> type) {
        try {
            return tolerant.forType(type).readValue(event.data());
        } catch (IOException exception) {
            throw new RefusedEventException(
                    "The event " + event.id() + " does not carry a " + type.getSimpleName() + ": " + exception);
        }
    }
}
