package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.access.Decision;

/** On what terms something is shown. */
record Terms(String decisionId, JsonNode epoch, List<JsonNode> obligations, JsonNode explanation) {

    /** Those of a decision. */
    static Terms of(Decision decision) {
        return new Terms(
                decision.decisionId(),
                decision.epoch(),
                Obligations.ofTheReader(decision.obligations()),
                decision.explanation());
    }

    /** The originator's own: nobody decides whether a nation may read what it holds, but that it was read is on record. */
    static Terms own() {
        return new Terms(
                UUID.randomUUID().toString(), NullNode.instance, List.of(), JsonNodeFactory.instance.objectNode());
    }
}
