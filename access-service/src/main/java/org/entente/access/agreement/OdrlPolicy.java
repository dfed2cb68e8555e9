package org.entente.access.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An agreement as an ODRL 2.2 Agreement in JSON-LD (W3C Recommendation ODRL Information Model 2.2, ODRL Vocabulary 2.2).
 * What the vocabulary has no term for is in the profile {@code urn:entente:odrl:1}.
 */
final class OdrlPolicy {
    private static final String VOCABULARY = "http://www.w3.org/ns/odrl.jsonld";
    private static final String PROFILE = "urn:entente:odrl:1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Deed deed;
    private final Terms terms;

    private OdrlPolicy(Deed deed) {
        this.deed = deed;
        this.terms = deed.terms();
    }

    static JsonNode of(Deed deed) {
        return new OdrlPolicy(deed).policy();
    }

    private ObjectNode policy() {
        ObjectNode policy = JSON.objectNode();
        policy.putArray("@context")
                .add(VOCABULARY)
                .add(JSON.objectNode()
                        .put("ent", PROFILE + "#")
                        .put("xsd", "http://www.w3.org/2001/XMLSchema#")
                        .put("dct", "http://purl.org/dc/terms/"));
        policy.put("@type", "Agreement")
                .put("uid", "urn:uuid:" + deed.agreement() + "#v" + deed.version())
                .put("profile", PROFILE)
                .put("dct:title", terms.title())
                .put("ent:sha256", deed.sha256())
                .put("assigner", party(deed.parties().get(0)));
        policy.set("assignee", texts(terms.partners().stream().map(OdrlPolicy::party)));
        policy.set("target", target());
        policy.set("permission", permissions());
        policy.set("prohibition", prohibitions());
        if (terms.undertaken().reviewEvery() != null) {
            policy.set("obligation", review());
        }
        return policy;
    }

    /** Whatever is in the categories, up to the ceiling. */
    private ObjectNode target() {
        ObjectNode target = JSON.objectNode().put("@type", "AssetCollection");
        target.set(
                "refinement",
                JSON.arrayNode()
                        .add(constraint("ent:category", "isAllOf", texts(terms.categories().stream())))
                        .add(constraint("ent:classification", "lteq", JSON.textNode(terms.ceiling())))
                        .add(constraint("ent:tier", "lteq", JSON.numberNode(terms.maxTier()))));
        return target;
    }

    private ArrayNode permissions() {
        ArrayNode permissions = JSON.arrayNode();
        for (String action : terms.actions()) {
            ObjectNode permission = JSON.objectNode().put("action", action(action));
            ArrayNode constraints = constraints();
            if (action.equals("redistribute") && onwardIs(Onward.Rule.NAMED)) {
                constraints.add(constraint(
                        "recipient", "isAnyOf", texts(recipients().stream().map(OdrlPolicy::party))));
            }
            permission.set("constraint", constraints);
            ArrayNode duties = duties(action);
            if (!duties.isEmpty()) {
                permission.set("duty", duties);
            }
            permissions.add(permission);
        }
        return permissions;
    }

    private ArrayNode constraints() {
        ArrayNode constraints = JSON.arrayNode()
                .add(constraint(
                        "purpose", "isAnyOf", texts(terms.purposes().stream().map(name -> "ent:" + name))))
                .add(constraint("dateTime", "gteq", time(terms.from().toString())))
                .add(constraint("dateTime", "lt", time(terms.until().toString())));
        terms.conditions()
                .forEach(condition ->
                        constraints.add(constraint("ent:condition", "eq", JSON.textNode(condition.expression()))));
        if (terms.demands() != null) {
            addDemands(terms.demands(), constraints);
        }
        return constraints;
    }

    private static void addDemands(Demands demands, ArrayNode constraints) {
        if (demands.assurance() != null) {
            constraints.add(constraint(
                    "ent:assurance",
                    "gteq",
                    JSON.textNode(demands.assurance().name().toLowerCase(Locale.ROOT))));
        }
        if (!demands.countries().isEmpty()) {
            constraints.add(constraint("spatial", "isAnyOf", texts(demands.countries().stream())));
        }
        if (!demands.networks().isEmpty()) {
            constraints.add(constraint(
                    "virtualLocation",
                    "isPartOf",
                    texts(demands.networks().stream().map(Network::toString))));
        }
        if (!demands.training().isEmpty()) {
            constraints.add(constraint("ent:training", "isAllOf", texts(demands.training().stream())));
        }
        demands.trainingByTier()
                .forEach((tier, courses) ->
                        constraints.add(constraint("ent:trainingFromTier" + tier, "isAllOf", texts(courses.stream()))));
    }

    private ArrayNode duties(String action) {
        ArrayNode duties = JSON.arrayNode();
        for (Duty duty : terms.undertaken().obligations()) {
            switch (duty) {
                case WATERMARK -> duties.add(JSON.objectNode().put("action", "watermark"));
                case NOTIFY_ORIGINATOR ->
                    duties.add(JSON.objectNode()
                            .put("action", "inform")
                            .put("informedParty", party(deed.parties().get(0))));
                case NO_DOWNLOAD -> {
                    // It is a prohibition, below.
                }
            }
        }
        if (action.equals("redistribute") && onwardIs(Onward.Rule.ORIGINATOR_CONSENT)) {
            duties.add(JSON.objectNode().put("action", "obtainConsent"));
        }
        if (terms.undertaken().retention() != null && isHandedOver(action)) {
            ObjectNode delete = JSON.objectNode().put("action", "delete");
            delete.putArray("constraint")
                    .add(constraint(
                            "delayPeriod",
                            "lteq",
                            JSON.objectNode()
                                    .put(
                                            "@value",
                                            terms.undertaken().retention().toString())
                                    .put("@type", "xsd:duration")));
            duties.add(delete);
        }
        return duties;
    }

    /** What nobody may do, and what follows if somebody does. */
    private ArrayNode prohibitions() {
        ArrayNode prohibitions = JSON.arrayNode();
        if (!terms.actions().contains("redistribute")) {
            prohibitions.add(prohibition("distribute"));
        }
        if (terms.undertaken().obligations().contains(Duty.NO_DOWNLOAD)) {
            prohibitions.add(prohibition("reproduce"));
        }
        return prohibitions;
    }

    private ObjectNode prohibition(String action) {
        ObjectNode prohibition = JSON.objectNode().put("action", action);
        List<Consequence> consequences = terms.undertaken().consequences();
        if (!consequences.isEmpty()) {
            ArrayNode remedies = prohibition.putArray("remedy");
            consequences.forEach(consequence -> consequence
                    .steps()
                    .forEach(step -> remedies.add(JSON.objectNode()
                            .put("action", "ent:" + step.wireName())
                            .set(
                                    "constraint",
                                    JSON.arrayNode()
                                            .add(constraint(
                                                    "ent:severity",
                                                    "eq",
                                                    JSON.textNode(consequence
                                                            .severity()
                                                            .name()
                                                            .toLowerCase(Locale.ROOT))))))));
        }
        return prohibition;
    }

    private ArrayNode review() {
        ObjectNode review = JSON.objectNode().put("action", "reviewPolicy");
        review.putArray("constraint")
                .add(constraint(
                        "timeInterval",
                        "eq",
                        JSON.objectNode()
                                .put("@value", String.valueOf(terms.undertaken().reviewEvery()))
                                .put("@type", "xsd:duration")));
        return JSON.arrayNode().add(review);
    }

    private boolean onwardIs(Onward.Rule rule) {
        Onward onward = terms.undertaken().onward();
        return onward != null && onward.rule() == rule;
    }

    private List<String> recipients() {
        Onward onward = terms.undertaken().onward();
        return onward == null ? List.of() : onward.partners();
    }

    private static boolean isHandedOver(String action) {
        return action.equals("release") || action.equals("redistribute");
    }

    /** To be shown, to be given a copy, to pass it on; discovering is our own. */
    private static String action(String name) {
        return switch (name) {
            case "view" -> "display";
            case "release" -> "reproduce";
            case "redistribute" -> "distribute";
            default -> "ent:" + name;
        };
    }

    private static ObjectNode constraint(String left, String operator, JsonNode right) {
        ObjectNode constraint = JSON.objectNode().put("leftOperand", left).put("operator", operator);
        return constraint.set("rightOperand", right);
    }

    private static ObjectNode time(String instant) {
        return JSON.objectNode().put("@value", instant).put("@type", "xsd:dateTime");
    }

    private static ArrayNode texts(Stream<String> values) {
        ArrayNode texts = JSON.arrayNode();
        values.forEach(texts::add);
        return texts;
    }

    private static String party(String code) {
        return "urn:entente:party:" + code;
    }
}
