package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.catalog.access.Decision;
import org.entente.catalog.masking.Mask;
import org.entente.catalog.view.Obligations;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a decision obliges to before anything is handed over. What cannot be met forbids handing it over: a collection is
 * downloaded, and nobody is there to read instructions.
 *
 * @param forbids whether nothing may go
 * @param withheld portions that may not go at all
 * @param masks on portions, by identifier
 * @param isMarked whether each copy must name its recipient
 * @param until when copies are to be destroyed, as access-service writes it
 */
record Duties(
        boolean forbids,
        Set<String> withheld,
        Map<String, List<Mask>> masks,
        boolean isMarked,
        @Nullable String until) {
    /** Our extension of STIX objects (STIX 2.1, section 7.3): to whom a copy was handed, and on what terms. */
    static final String EXTENSION = "extension-definition--5b7c3fd6-5f0e-4b8e-9d6a-1f0a7a4ce2d1";

    private static final String MASK = "mask";
    private static final Set<String> MET_BY_THE_RECORD = Set.of("alert", "notify-originator");

    static Duties of(List<JsonNode> obligations, ObjectMapper json) {
        boolean forbids = false;
        boolean isMarked = false;
        String until = null;
        List<JsonNode> masks = new ArrayList<>();
        for (JsonNode obligation : obligations) {
            String type = obligation.path("type").asText();
            if (type.equals(MASK)) {
                masks.add(obligation);
            } else if (type.equals("watermark")) {
                isMarked = true;
            } else if (type.equals("retain-until") && obligation.path("until").isTextual()) {
                until = obligation.path("until").textValue();
            } else {
                forbids |= !MET_BY_THE_RECORD.contains(type);
            }
        }
        try {
            Obligations understood = Obligations.of(masks, json);
            return new Duties(forbids, understood.withheld(), understood.masks(), isMarked, until);
        } catch (Problem notUnderstood) {
            return new Duties(true, Set.of(), Map.of(), isMarked, until);
        }
    }

    /** Writes into a copy what its holder must know. */
    void mark(ObjectNode copy, String recipient, Decision decision) {
        if (!isMarked && until == null) {
            return;
        }
        ObjectNode terms = copy.withObject("/extensions").putObject(EXTENSION);
        terms.put("extension_type", "property-extension");
        terms.put("recipient", recipient).put("decision", decision.decisionId());
        if (until != null) {
            terms.put("retain_until", until);
        }
    }
}
