package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.partner.Posture;
import org.entente.access.policy.Activation;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.access.policy.Parts;
import org.entente.access.policy.Plan;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Binding;
import org.entente.label.Act;
import org.entente.label.Clearance;
import org.entente.label.InformationCategories;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;

/** Policies and questions from the few words of a scenario; what it does not say is filled in (see scenarios/README.md). */
final class World {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private static final String CATEGORIES = "[\"public\",\"situational-awareness\",\"shared-analysis\",\"sensitive\"]";
    private static final JsonNode AGREEMENT =
            json("{\"partner\":\"XBB\",\"title\":\"t\",\"purposes\":[\"cyber-defence\"],"
                    + "\"categories\":" + CATEGORIES + ",\"ceiling\":\"SECRET\",\"actions\":[\"discover\",\"view\"],"
                    + "\"maxTier\":4,\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2027-01-01T00:00:00Z\"}");
    private static final JsonNode GRANT = json("{\"tier\":3,\"categories\":" + CATEGORIES
            + ",\"purposes\":[\"cyber-defence\"],\"until\":\"2027-01-01T00:00:00Z\"}");
    private static final JsonNode LABEL = json("{\"policy\":\"ALLIANCE\",\"classification\":\"RESTRICTED\","
            + "\"originator\":\"XAA\",\"releasableTo\":[\"XBB\"],\"categories\":[\"situational-awareness\"]}");
    private static final JsonNode PLAN =
            json("{\"partners\":[\"XBB\"],\"purposes\":[\"crisis-response\"],\"categories\":"
                    + CATEGORIES + ",\"tier\":2,\"ceiling\":\"CONFIDENTIAL\",\"from\":\"2026-06-15T11:30:00Z\","
                    + "\"until\":\"2026-06-15T12:30:00Z\"}");
    private static final JsonNode CLEARANCES = json("[{\"policy\":\"ALLIANCE\",\"classification\":\"SECRET\"}]");

    private World() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static CompiledPolicy policy(JsonNode given) {
        return new CompiledPolicy(
                7,
                new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn()),
                new Parts(
                        postures(given.path("partners")),
                        each(given, "agreements", true, World::agreement),
                        each(given, "grants", true, World::grant),
                        each(given, "activations", false, World::activation),
                        List.of(),
                        Trusts.of(given)));
    }

    static Question.OfAsset question(JsonNode when) {
        Question.Person person = new Question.Person(
                text(when, "partner", "XBB"),
                when.has("nationalities")
                        ? List.of(JSON.convertValue(when.get("nationalities"), String[].class))
                        : null,
                List.of(JSON.convertValue(
                        when.has("clearances") ? when.get("clearances") : CLEARANCES, Clearance[].class)),
                JSON.convertValue(when.path("assurance"), Assurance.class),
                text(when, "dataRoom", null),
                text(when, "address", null),
                text(when, "country", null),
                JSON.convertValue(when.path("binding"), Binding.class),
                when.has("authenticated")
                        ? Instant.parse(when.get("authenticated").asText())
                        : null,
                text(when, "unit", null));
        Map<String, StatedLabel> labels = new HashMap<>();
        when.path("labels").fields().forEachRemaining(label -> labels.put(label.getKey(), label(label.getValue())));
        Question.Asset asset = new Question.Asset(
                "XAA",
                portions(when.path("portions")),
                portions(when.path("tearlines")),
                labels,
                text(when, "publicRelease", null));
        return new Question.OfAsset(
                person,
                Act.of(text(when, "action", "view")).orElseThrow(),
                asset,
                new Question.Context(text(when, "purpose", "cyber-defence"), NOW, false, text(when, "recipient", null)),
                stated(when),
                Trusts.spent(when));
    }

    /** The request as it would have been stated. */
    private static ObjectNode stated(JsonNode when) {
        ObjectNode stated = JSON.createObjectNode();
        ObjectNode subject = stated.putObject("subject").put("type", "person").put("id", text(when, "person", "a3f1"));
        ObjectNode properties = subject.putObject("properties").put("partner", text(when, "partner", "XBB"));
        for (String name : List.of("assurance", "country", "dataRoom")) {
            properties.set(name, when.path(name).isTextual() ? when.get(name) : null);
        }
        properties.setAll((ObjectNode) (when.has("properties") ? when.get("properties") : json("{}")));
        stated.putObject("action").put("name", text(when, "action", "view"));
        ObjectNode resource = stated.putObject("resource").put("type", "asset").put("id", text(when, "asset", "9b2e"));
        resource.set("properties", when.has("resourceProperties") ? when.get("resourceProperties") : json("{}"));
        stated.putObject("context").put("purpose", text(when, "purpose", "cyber-defence"));
        return stated;
    }

    private static Map<String, Posture> postures(JsonNode partners) {
        if (partners.isMissingNode()) {
            return Map.of("XBB", Posture.NORMAL);
        }
        Map<String, Posture> postures = new HashMap<>();
        partners.fields()
                .forEachRemaining(partner -> postures.put(
                        partner.getKey(), Posture.valueOf(partner.getValue().asText())));
        return postures;
    }

    private static Agreement agreement(ObjectNode stated) {
        UUID id = id(text(stated, "id", "a1"));
        boolean isConsented =
                !stated.has("consented") || stated.get("consented").asBoolean();
        stated.remove(List.of("id", "consented"));
        return new Agreement(id, 1, isConsented, JSON.convertValue(merged(AGREEMENT, stated), Terms.class));
    }

    private static Grant grant(ObjectNode stated) {
        UUID id = id(text(stated, "id", "g1"));
        ObjectNode terms = merged(GRANT, stated);
        terms.put("agreement", id(text(stated, "agreement", "a1")).toString());
        terms.remove("id");
        return new Grant(id, JSON.convertValue(terms, GrantTerms.class));
    }

    private static Activation activation(ObjectNode stated) {
        ObjectNode terms = merged(PLAN, stated);
        Instant from = Instant.parse(terms.remove("from").asText());
        Instant until = Instant.parse(terms.remove("until").asText());
        terms.put("id", "pl").put("version", 1);
        return new Activation("x1", JSON.convertValue(terms, Plan.class), from, until);
    }

    private static List<Question.Portion> portions(JsonNode stated) {
        List<Question.Portion> portions = new ArrayList<>();
        stated.fields()
                .forEachRemaining(portion -> portions.add(new Question.Portion(
                        portion.getKey(), portion.getValue().isNull() ? null : label(portion.getValue()))));
        return portions;
    }

    static StatedLabel label(JsonNode stated) {
        return StatedLabel.of(stated.isObject() ? merged(LABEL, (ObjectNode) stated) : stated);
    }

    /** What is stated as {@code null} is left out. */
    static ObjectNode merged(JsonNode defaults, ObjectNode stated) {
        ObjectNode merged = defaults.deepCopy();
        merged.setAll(stated);
        stated.fieldNames().forEachRemaining(name -> {
            if (stated.get(name).isNull()) {
                merged.remove(name);
            }
        });
        return merged;
    }

    static <T> List<T> each(JsonNode given, String name, boolean oneByDefault, Function<ObjectNode, T> read) {
        JsonNode stated = given.has(name) ? given.get(name) : oneByDefault ? json("[{}]") : json("[]");
        List<T> list = new ArrayList<>();
        ((ArrayNode) stated).forEach(item -> list.add(read.apply(item.deepCopy())));
        return list;
    }

    static String text(JsonNode stated, String name, String byDefault) {
        return stated.has(name) ? stated.get(name).textValue() : byDefault;
    }
}
