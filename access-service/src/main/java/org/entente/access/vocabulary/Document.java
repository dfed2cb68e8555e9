package org.entente.access.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import org.entente.events.CanonicalJson;

/** Documents as they are stored: canonical JSON (RFC 8785), so that what was agreed keeps its bytes. */
public final class Document {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private Document() {}

    public static String write(Object value) {
        return CanonicalJson.text(JSON, value);
    }

    /** The digest of what {@link #write} writes, lower-case hexadecimal. */
    public static String sha256(Object value) {
        return CanonicalJson.sha256(JSON, value);
    }

    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** Reads what {@link #write} wrote; anything else is a fault of the store. */
    public static <T> T read(String document, Class<T> type) {
        try {
            return JSON.readValue(document, type);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("A stored document is not a " + type.getSimpleName() + ".", exception);
        }
    }
}
