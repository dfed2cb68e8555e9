package org.entente.access.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.regex.Pattern;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Requests in the HTTPS JSON binding (AuthZEN Authorization API 1.0 section 10.1), of those who may make them. */
@ApplicationScoped
class Requests {
    private static final Pattern JSON_TYPE = Pattern.compile("application/json(\\s*;.*)?", Pattern.CASE_INSENSITIVE);

    private final Caller caller;
    private final ObjectMapper json;

    Requests(Caller caller, ObjectMapper json) {
        this.caller = caller;
        this.json = json;
    }

    /** The JSON object of a body; what is none, or is called something else, is a 400 problem (section 10.1.2). */
    ObjectNode read(@Nullable String type, byte[] body) throws IOException {
        // The realm's roles say who may ask for the home side; a partner's own application may not.
        caller.requireHome(Role.POLICY_ENFORCEMENT_POINT);
        if (type == null || !JSON_TYPE.matcher(type).matches()) {
            throw Problem.badRequest(HttpHeaders.CONTENT_TYPE, "is not " + MediaType.APPLICATION_JSON);
        }
        if (json.readTree(body) instanceof ObjectNode request) {
            return request;
        }
        throw Problem.badRequest("", "is not an object");
    }
}
