package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why portions of an asset were withheld, as the home side may read it.
 *
 * @param withheld how many portions
 * @param codes how many portions by reason code; one portion may have several reasons
 */
public record Explanation(int withheld, Map<String, Integer> codes) {

    static Explanation of(JsonNode decision) {
        Map<String, Integer> codes = new TreeMap<>();
        decision.path("codes")
                .fields()
                .forEachRemaining(
                        code -> codes.put(code.getKey(), code.getValue().asInt()));
        return new Explanation(decision.path("denied").asInt(), codes);
    }
}
