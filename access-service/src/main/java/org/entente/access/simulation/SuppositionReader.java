package org.entente.access.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.http.Problem;

/** Reads what is to be simulated. */
@ApplicationScoped
class SuppositionReader {
    private final ObjectMapper json;

    SuppositionReader(ObjectMapper json) {
        this.json = json;
    }

    Supposition document(byte[] body) throws IOException {
        Supposition supposition = json.readValue(body, Supposition.class);
        if (supposition == null) {
            throw Problem.badRequest("", "is required");
        }
        return supposition;
    }

    /** A file of one JSON object per line: the supposition first, then one request after the other. */
    Supposition lines(byte[] body, int maxRequests) throws IOException {
        List<ObjectNode> requests = new ArrayList<>();
        try (MappingIterator<JsonNode> lines = json.readerFor(JsonNode.class).readValues(body)) {
            if (!lines.hasNextValue()) {
                throw Problem.badRequest("", "is required");
            }
            Supposition supposition = json.treeToValue(lines.nextValue(), Supposition.class);
            while (lines.hasNextValue()) {
                String pointer = "/requests/" + requests.size();
                if (requests.size() == maxRequests) {
                    throw Problem.tooLarge("/requests", "has more than " + maxRequests + " entries");
                }
                if (!(lines.nextValue() instanceof ObjectNode request)) {
                    throw Problem.badRequest(pointer, "is not an object");
                }
                requests.add(request);
            }
            return supposition.with(requests);
        }
    }
}
