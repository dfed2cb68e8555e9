package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.catalog.access.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a decision obliges to before anything is handed over. What cannot be met forbids handing it over: a collection is
 * downloaded, and nobody is there to read instructions.
 *
 * @param forbids whether nothing may go
 * @param withheld portions that may not go as they are
 * @param isMarked whether each copy must name its recipient
 * @param until when copies are to be destroyed, as access-service writes it
 */
record Duties(
        boolean forbids,
        Set<String> withheld,
        boolean isMarked,
        @Nullable String until) {
    /** Our extension of STIX objects (STIX 2.1, section 7.3): to whom a copy was handed, and on what terms. */
    static final String EXTENSION = "extension-definition--5b7c3fd6-5f0e-4b8e-9d6a-1f0a7a4ce2d1";

    static final Duties NONE = new Duties(false, Set.of(), false, null);
    private static final Set<String> MET_BY_THE_RECORD = Set.of("alert", "notify-originator");

    static Duties of(List<JsonNode> obligations) {
        Duties duties = NONE;
        for (JsonNode obligation : obligations) {
            duties = duties.and(obligation);
        }
        return duties;
    }

    private Duties and(JsonNode obligation) {
        String type = obligation.path("type").asText();
        if (type.equals("mask") && obligation.path("portion").isTextual()) {
            Set<String> more = new HashSet<>(withheld);
            more.add(obligation.path("portion").textValue());
            return new Duties(forbids, more, isMarked, until);
        }
        if (type.equals("watermark")) {
            return new Duties(forbids, withheld, true, until);
        }
        if (type.equals("retain-until") && obligation.path("until").isTextual()) {
            return new Duties(
                    forbids, withheld, isMarked, obligation.path("until").textValue());
        }
        return MET_BY_THE_RECORD.contains(type) ? this : new Duties(true, withheld, isMarked, until);
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
