package org.entente.crisis.activation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;
import java.util.List;
import org.entente.events.CanonicalJson;

/** Persons as they lie in the database: a JSON array, in the order in which they decided. */
@Converter
@Singleton
class PersonsText implements AttributeConverter<List<String>, String> {
    private final ObjectMapper json;

    PersonsText(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(List<String> persons) {
        return CanonicalJson.text(json, persons);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        try {
            return List.of(json.readValue(text, String[].class));
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("Stored persons cannot be read.", exception);
        }
    }
}
