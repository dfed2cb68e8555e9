package org.entente.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;

/** The peer's records of disclosures: only of its present epoch, and while the decisions are valid. */
final class PeerDisclosures {
    private static final long FIRST_EPOCH = 7;

    private final ArrayNode recorded = new ObjectMapper().createArrayNode();
    private long epoch = FIRST_EPOCH;

    synchronized long epoch() {
        return epoch;
    }

    synchronized void nextEpoch() {
        epoch++;
    }

    synchronized boolean holds(JsonNode disclosure) {
        JsonNode until = disclosure.path("validUntil");
        return disclosure.path("epoch").longValue() == epoch
                && (until.isMissingNode() || Instant.now().isBefore(Instant.parse(until.textValue())));
    }

    synchronized String record(JsonNode disclosure) {
        String id = disclosure.path("id").asText();
        recorded.addObject().put("id", id).set("disclosure", disclosure);
        return "{\"id\":\"" + id + "\",\"epoch\":" + epoch + "}";
    }

    synchronized String take() {
        String taken = recorded.toString();
        recorded.removeAll();
        return taken;
    }
}
