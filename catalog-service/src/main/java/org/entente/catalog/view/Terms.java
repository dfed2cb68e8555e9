package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.access.Decision;
import org.entente.http.Problem;

/**
 * On what terms something is shown.
 *
 * @param told obligations that are the reader's to meet
 * @param obligations that are ours to meet
 */
record Terms(String decisionId, JsonNode epoch, List<JsonNode> told, Obligations obligations, JsonNode explanation) {

    /** Those of a decision.
     * @throws Problem 503 for an obligation that nobody here understands
     */
    static Terms of(Decision decision, ObjectMapper json) {
        return new Terms(
                decision.decisionId(),
                decision.epoch(),
                Obligations.ofTheReader(decision.obligations()),
                Obligations.of(decision.obligations(), json),
                decision.explanation());
    }

    /** The originator's own: nobody decides whether a nation may read what it holds, but that it was read is on record. */
    static Terms own() {
        return new Terms(
                UUID.randomUUID().toString(),
                NullNode.instance,
                List.of(),
                Obligations.NONE,
                JsonNodeFactory.instance.objectNode());
    }
}
