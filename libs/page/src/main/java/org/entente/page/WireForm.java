package org.entente.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the interface as templates read them: maps, lists, texts and numbers under the names of the wire. A page made
 * of one cannot show what the interface would not.
 */
@ApplicationScoped
public class WireForm {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    WireForm(ObjectMapper json) {
        this.json = json;
    }

    /** A JSON object. */
    public Map<String, Object> of(Object view) {
        return json.convertValue(view, OBJECT);
    }

    /** What was answered, and under {@code tag} the number of its last change, for a form to send back. */
    public Map<String, Object> of(Response answer) {
        Map<String, Object> shown = of(answer.getEntity());
        @Nullable String tag = answer.getHeaderString(HttpHeaders.ETAG);
        if (tag != null) {
            shown.put("tag", tag.replace("\"", ""));
        }
        return shown;
    }
}
