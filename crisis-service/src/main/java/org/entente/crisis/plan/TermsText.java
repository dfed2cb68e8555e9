package org.entente.crisis.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;
import org.entente.events.CanonicalJson;

/** Terms as they lie in the database: their canonical JSON text (RFC 8785), so that a hash or signature stays true. */
@Converter
@Singleton
class TermsText implements AttributeConverter<Terms, String> {
    private final ObjectMapper json;

    TermsText(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(Terms terms) {
        return CanonicalJson.text(json, terms);
    }

    @Override
    public Terms convertToEntityAttribute(String text) {
        try {
            return json.readValue(text, Terms.class);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("Stored terms cannot be read.", exception);
        }
    }
}
