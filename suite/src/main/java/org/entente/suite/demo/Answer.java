package org.entente.suite.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back over HTTP.
 *
 * @param request method and path, for people to read
 * @param headers by lower-case name, without {@code date}, which differs between any two answers
 */
public record Answer(String request, int status, Map<String, List<String>> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Answer {
        headers = new TreeMap<>(headers);
        headers.remove("date");
    }

    /** This answer, if it has the status; throws {@link RefusedException} with what the problem document says otherwise. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new RefusedException(this);
        }
        return this;
    }

    /** The body as JSON; a missing node if there is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(request + " answered " + status + " with what is not JSON", notJson);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether nobody could tell the two apart: the same status, headers and bytes. */
    public boolean isLike(Answer other) {
        return status == other.status && headers.equals(other.headers) && Arrays.equals(body, other.body);
    }
}
