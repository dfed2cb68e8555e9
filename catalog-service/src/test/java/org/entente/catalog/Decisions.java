package org.entente.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The simple rules of the peer: what a label shows to the reader's nation, for the one agreed purpose. */
final class Decisions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PURPOSES = List.of("cyber-defence", "disaster-relief");

    private final JsonNode question;
    private final long epoch;

    Decisions(JsonNode question, long epoch) {
        this.question = question;
        this.epoch = epoch;
    }

    boolean hasUnknownPurpose() {
        return StreamSupport.stream(question.path("evaluations").spliterator(), false)
                .map(evaluation -> merged(evaluation, "context").path("purpose"))
                .anyMatch(purpose -> !purpose.isMissingNode() && !PURPOSES.contains(purpose.asText()));
    }

    ObjectNode answer() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode evaluations = answer.putArray("evaluations");
        boolean stopAtDenial =
                question.path("options").path("evaluations_semantic").asText().equals("deny_on_first_deny");
        for (JsonNode evaluation : question.path("evaluations")) {
            ObjectNode decision = decide(evaluation);
            evaluations.add(decision);
            if (stopAtDenial && !decision.path("decision").booleanValue()) {
                break;
            }
        }
        return answer;
    }

    private ObjectNode decide(JsonNode evaluation) {
        JsonNode resource = merged(evaluation, "resource").path("properties");
        String purpose = merged(evaluation, "context").path("purpose").asText("cyber-defence");
        ObjectNode decision = JSON.createObjectNode().put("decision", false);
        ObjectNode context = decision.putObject("context")
                .put("decisionId", UUID.randomUUID().toString())
                .put("epoch", epoch)
                .put("validUntil", "2099-01-01T00:00:00Z");
        ArrayNode shown = context.putObject("view").putNull("tearline").putArray("portions");
        for (JsonNode portion : resource.path("portions")) {
            if (purpose.equals("cyber-defence")
                    && isShown(
                            resource.path("labels").path(portion.path("label").asText()), isRelease(evaluation))) {
                shown.add(portion.path("id").asText());
            }
        }
        decision.put("decision", !shown.isEmpty());
        context.putArray("obligations").addObject().put("type", "watermark");
        context.putArray("remedies").addObject().put("code", "home-only");
        ObjectNode partner =
                context.putObject("explanation").put("home", "secret").putObject("partner");
        partner.put("summary", "as agreed");
        partner.putArray("clauses").add("agreement a-1 v1, purposes").add("grant g-1");
        partner.putArray("remedies").addObject().put("code", "no-grant").put("how", "request a grant");
        return decision;
    }

    private boolean isRelease(JsonNode evaluation) {
        return merged(evaluation, "action").path("name").asText().equals("release");
    }

    private boolean isShown(JsonNode label, boolean isRelease) {
        return isShownAlone(label, isRelease)
                && StreamSupport.stream(label.path("also").spliterator(), false)
                        .allMatch(also -> isShownAlone(also, isRelease));
    }

    private boolean isShownAlone(JsonNode label, boolean isRelease) {
        if (label.path("categories").toString().contains("product-design") && !isInRoom()) {
            return false;
        }
        String partner =
                question.path("subject").path("properties").path("partner").asText();
        JsonNode shown =
                label.has("displayableTo") && !isRelease ? label.path("displayableTo") : label.path("releasableTo");
        return StreamSupport.stream(shown.spliterator(), false)
                        .map(JsonNode::asText)
                        .anyMatch(nation -> nation.equals("*") || nation.equals(partner))
                || label.path("originator").asText().equals(partner);
    }

    /** What is protected is shown in a data room only. */
    private boolean isInRoom() {
        return question.path("subject").path("properties").hasNonNull("dataRoom");
    }

    private JsonNode merged(JsonNode evaluation, String member) {
        return evaluation.has(member) ? evaluation.path(member) : question.path(member);
    }
}
