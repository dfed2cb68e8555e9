package org.entente.crisis.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;
import java.util.List;
import org.entente.events.CanonicalJson;

/** Consents as they lie in the database: canonical JSON text (RFC 8785), in the order in which they were given. */
@Converter
@Singleton
class ConsentsText implements AttributeConverter<List<Consent>, String> {
    private final ObjectMapper json;

    ConsentsText(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(List<Consent> consents) {
        return CanonicalJson.text(json, consents);
    }

    @Override
    public List<Consent> convertToEntityAttribute(String text) {
        try {
            return List.of(json.readValue(text, Consent[].class));
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("Stored consents cannot be read.", exception);
        }
    }
}
