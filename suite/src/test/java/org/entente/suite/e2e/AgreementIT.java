package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.AgreementTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agreement from its first draft to its suspension by the partner alone. */
@ExtendWith(SuiteExtension.class)
class AgreementIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final PackagedSuite suite;

    AgreementIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void isDraftedCounteredConsentedSuspendedAndSpeaksInEveryDecision() {
        try (Acts acts = suite.acts()) {
            // given
            acts.registerPartner("XBB", "Republic of XBB");
            Instant until = Instant.now().plus(Duration.ofHours(1));
            AgreementTerms terms = Situation.terms(until);
            String agreement = drafted(acts, terms);
            isNothingToThePartner(acts, agreement);
            proposed(acts, agreement);
            countered(acts, agreement, terms);
            consented(acts, agreement);
            acts.grant(Situation.grantTerms(agreement, until));
            assertThat(decided(acts).path("decision").asBoolean()).isTrue();

            // when
            JsonNode suspended = acts.as("xbb-officer")
                    .post(path(agreement, "/suspension"), reason("Our court has asked for it."))
                    .expect(200)
                    .json();

            // then
            assertThat(suspended.path("state").asText()).isEqualTo("suspended");
            JsonNode decision = decided(acts);
            assertThat(decision.path("decision").asBoolean()).isFalse();
            assertThat(decision.at("/context/reasons").findValuesAsText("clause"))
                    .anyMatch(clause -> clause.contains("agreement " + agreement + " v2"));
            assertThat(decision.at("/context/reasons").findValuesAsText("code")).contains("agreement-not-in-force");
            acts.as("xaa-liaison")
                    .post(path(agreement, "/end"), reason("Over."))
                    .expect(200);
        }
    }

    private static String drafted(Acts acts, AgreementTerms terms) {
        JsonNode draft = acts.as("xaa-liaison")
                .post("/access/agreement-drafts", JSON.valueToTree(terms))
                .expect(201)
                .json();
        assertThat(draft.path("state").asText()).isEqualTo("drafted");
        return draft.path("id").asText();
    }

    private static void isNothingToThePartner(Acts acts, String agreement) {
        assertThat(acts.as("xbb-officer").get("/access/agreements/" + agreement).status())
                .isEqualTo(404);
    }

    private static void proposed(Acts acts, String agreement) {
        JsonNode proposed = acts.as("xaa-liaison")
                .post("/access/agreement-drafts/" + agreement + "/proposal", NOTHING)
                .expect(200)
                .json();
        assertThat(proposed.path("state").asText()).isEqualTo("proposed");
    }

    /** The partner wants less. */
    private static void countered(Acts acts, String agreement, AgreementTerms terms) {
        ObjectNode less = JSON.valueToTree(terms);
        less.put("maxTier", 2);
        ObjectNode version = JsonNodeFactory.instance.objectNode().put("note", "No deeper than that.");
        version.set("terms", less);
        JsonNode countered = acts.as("xbb-officer")
                .post(path(agreement, "/versions/counter"), version)
                .expect(200)
                .json();
        assertThat(countered.path("state").asText()).isEqualTo("countered");
        assertThat(countered.path("version").asInt()).isEqualTo(2);
    }

    /** The last consent puts it in force; every one is signed over the same document. */
    private static void consented(Acts acts, String agreement) {
        JsonNode inForce = acts.as("xaa-liaison")
                .post(
                        path(agreement, "/consents"),
                        JsonNodeFactory.instance.objectNode().put("version", 2))
                .expect(200)
                .json();
        assertThat(inForce.path("state").asText()).isEqualTo("in-force");
        assertThat(inForce.path("maxTier").asInt()).isEqualTo(2);
        assertThat(inForce.path("consents").findValuesAsText("party")).containsExactlyInAnyOrder("XAA", "XBB");
        assertThat(inForce.path("consents").findValuesAsText("signature"))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(signature.split("\\.")).hasSize(3));
    }

    private static JsonNode decided(Acts acts) {
        return acts.as("enforcement-point")
                .post("/access/v1/evaluation", question())
                .expect(200)
                .json();
    }

    private static JsonNode question() {
        try {
            return JSON.readTree("""
                {"subject": {"type": "person", "id": "analyst", "properties": {"partner": "XBB", "nationalities": ["XBB"],
                   "clearances": [{"policy": "ALLIANCE", "classification": "SECRET"}], "assurance": "password"}},
                 "action": {"name": "view"},
                 "resource": {"type": "asset", "id": "asset-of-agreements", "properties": {"originator": "XAA",
                   "portions": [{"id": "p1", "label": {"policy": "ALLIANCE", "classification": "RESTRICTED",
                     "releasableTo": ["XBB"], "categories": ["situational-awareness"]}}]}},
                 "context": {"purpose": "cyber-defence"}}""");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode reason(String reason) {
        return JsonNodeFactory.instance.objectNode().put("reason", reason);
    }

    private static String path(String agreement, String act) {
        return "/access/agreements/" + agreement + act;
    }
}
