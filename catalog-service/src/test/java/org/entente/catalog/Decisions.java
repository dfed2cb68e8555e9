package org.entente.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
        return Stream.concat(
                        Stream.of(JSON.createObjectNode()),
                        StreamSupport.stream(question.path("evaluations").spliterator(), false))
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

    /** What would be decided, with the reasons that a decision does not tell the catalog's readers. */
    ObjectNode supposition() {
        ObjectNode decision = decide(JSON.createObjectNode());
        ObjectNode supposition = (ObjectNode) decision.path("context");
        supposition.remove("decisionId");
        return supposition.put("wouldPermit", decision.path("decision").booleanValue());
    }

    private ObjectNode decide(JsonNode evaluation) {
        JsonNode resource = merged(evaluation, "resource").path("properties");
        String purpose = merged(evaluation, "context").path("purpose").asText("cyber-defence");
        ObjectNode decision = JSON.createObjectNode().put("decision", false);
        ObjectNode context = decision.putObject("context")
                .put("decisionId", UUID.randomUUID().toString())
                .put("epoch", epoch)
                .put("validUntil", "2099-01-01T00:00:00Z");
        String id = merged(evaluation, "resource").path("id").asText();
        boolean isDiscovery = merged(evaluation, "action").path("name").asText().equals("discover");
        context.put("isDiscovery", isDiscovery);
        if (isDiscovery && id.equals("*") && !named().isEmpty()) {
            ArrayNode names = context.putArray("named");
            named().forEach(names::add);
        }
        ArrayNode shown = context.putObject("view").putNull("tearline").putArray("portions");
        ArrayNode reasons = context.putArray("reasons");
        boolean isPurposeAgreed = purpose.equals("cyber-defence");
        for (JsonNode portion : resource.path("portions")) {
            if (isPurposeAgreed && (named().contains(id) || isShown(label(resource, portion), isRelease(evaluation)))) {
                shown.add(portion.path("id").asText());
            } else {
                reasons.addObject().put("portion", portion.path("id").asText()).setAll(unmet(isPurposeAgreed));
            }
        }
        for (JsonNode tearline : resource.path("tearlines")) {
            String tearlineId = tearline.path("id").asText();
            boolean isShown = isPurposeAgreed && isShown(label(resource, tearline), isRelease(evaluation));
            if (!isShown) {
                reasons.addObject().put("tearline", tearlineId).setAll(unmet(isPurposeAgreed));
            } else if (shown.size() < resource.path("portions").size()
                    && context.path("view").path("tearline").isNull()) {
                ((ObjectNode) context.path("view")).put("tearline", tearlineId);
            }
        }
        decision.put(
                "decision",
                !shown.isEmpty() || !context.path("view").path("tearline").isNull());
        context.putArray("obligations").addObject().put("type", "watermark");
        context.putArray("remedies").addObject().put("code", "home-only");
        ObjectNode partner =
                context.putObject("explanation").put("home", "secret").putObject("partner");
        partner.put("summary", "as agreed");
        partner.putArray("clauses").add("agreement a-1 v1, purposes").add("grant g-1");
        partner.putArray("remedies").addObject().put("code", "no-grant").put("how", "request a grant");
        return decision;
    }

    /** The assets that a grant of the reader's partner names. */
    private List<String> named() {
        String partner =
                question.path("subject").path("properties").path("partner").asText();
        String[] stated = System.getProperty(AccessPeer.NAMED, "").split(" ");
        return stated[0].equals(partner) ? List.of(stated).subList(1, stated.length) : List.of();
    }

    private boolean isRelease(JsonNode evaluation) {
        return merged(evaluation, "action").path("name").asText().equals("release");
    }

    private static JsonNode label(JsonNode resource, JsonNode portion) {
        return resource.path("labels").path(portion.path("label").asText());
    }

    private static ObjectNode unmet(boolean isPurposeAgreed) {
        return JSON.createObjectNode()
                .put("code", isPurposeAgreed ? "not-displayable" : "purpose-not-agreed")
                .put("clause", isPurposeAgreed ? "label, displayableTo" : "agreement 7 v1, purposes");
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
