package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.entente.label.NormalLabel;

/**
 * What the version before says, and under which labels. To say the same under a looser one is to declassify or downgrade, which
 * takes two persons and is not done by registering a version.
 */
final class Earlier {
    private final ObjectMapper json;
    private final Map<String, List<NormalLabel>> byContent = new HashMap<>();

    Earlier(ObjectMapper json) {
        this.json = json;
    }

    void add(JsonNode content, NormalLabel label) {
        byContent.computeIfAbsent(digest(content), absent -> new ArrayList<>(1)).add(label);
    }

    /** Of a list, since a property that is a portion by itself may be a mere string, which has no canonical form. */
    private String digest(JsonNode content) {
        return CanonicalJson.sha256(json, List.of(content));
    }

    /** Makes sure that the same content is under a label as strict as it was, where it was under one.
     * @throws Problem 409 if it is not
     */
    void require(String portion, Label label, JsonNode content, Origin origin, Form form) {
        if (byContent.isEmpty()) {
            return;
        }
        List<NormalLabel> before = byContent.getOrDefault(digest(content), List.of());
        NormalLabel now = origin.vocabulary().normalise(label, origin.nation(), origin.at());
        if (!before.isEmpty()
                && before.stream().noneMatch(old -> now.rollUp(old).equals(now))) {
            throw Problem.conflict(
                    form == Form.STIX ? "/bundle" : "/document",
                    "has in " + portion + " what stands under a stricter label now; two persons may downgrade it");
        }
    }
}
