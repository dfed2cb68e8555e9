package org.entente.catalog.taxii;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;

/** Writes answers that show no content. */
@ApplicationScoped
class Wire {
    private final ObjectMapper json;

    Wire(ObjectMapper json) {
        this.json = json;
    }

    Response ok(Object body) {
        return answer(200, body);
    }

    Response answer(int status, Object body) {
        try {
            return Taxii.answer(status, json.writeValueAsBytes(body)).build();
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
