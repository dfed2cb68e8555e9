package org.entente.catalog.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer of access-service to one question.
 *
 * @param permitted whether anything may go
 * @param decisionId under which it is recorded
 * @param epoch of the policy it was made under, as access-service writes it
 * @param portions those that may go; empty unless permitted
 * @param tearline the one that goes where not all portions may; absent if none does
 * @param obligations what whoever shows them must see to
 * @param explanation the rendering for the partner, the only one that may reach it
 * @param validUntil until when discovery may be taken as decided under the same epoch; absent where it may not
 * @param named assets about which a question about all labels decides nothing, so that each has to be asked about
 */
public record Decision(
        boolean permitted,
        String decisionId,
        JsonNode epoch,
        Set<String> portions,
        @Nullable String tearline,
        List<JsonNode> obligations,
        JsonNode explanation,
        @Nullable Instant validUntil,
        List<String> named) {

    /** What the partner could do about a denial. */
    public JsonNode remedies() {
        return explanation.has("remedies") ? explanation.get("remedies") : JsonNodeFactory.instance.arrayNode();
    }
}
