package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.access.vocabulary.Assurance;
import org.junit.jupiter.api.Test;

class OdrlPolicyTest {
    private static final List<String> OPERATORS = List.of(
            "eq", "gt", "gteq", "lt", "lteq", "neq", "isA", "hasPart", "isPartOf", "isAllOf", "isAnyOf", "isNoneOf");
    private static final List<String> OPERANDS =
            List.of("purpose", "dateTime", "spatial", "virtualLocation", "recipient", "delayPeriod", "timeInterval");
    private static final List<String> ACTIONS = List.of(
            "display", "reproduce", "distribute", "watermark", "inform", "obtainConsent", "delete", "reviewPolicy");

    @Test
    void saysWhatTheAgreementSays() {
        // given
        Deed deed = Deed.of(UUID.randomUUID(), 2, terms(), "XAA");

        // when
        JsonNode policy = OdrlPolicy.of(deed);

        // then
        assertThat(policy.path("@type").asText()).isEqualTo("Agreement");
        assertThat(policy.path("uid").asText()).endsWith("#v2");
        assertThat(policy.at("/permission/0/action").asText()).isEqualTo("display");
        assertThat(policy.at("/permission/0/constraint").findValuesAsText("leftOperand"))
                .contains("purpose", "dateTime", "spatial", "virtualLocation", "ent:assurance");
        assertThat(policy.at("/permission/1/duty").findValuesAsText("action"))
                .containsExactly("watermark", "inform", "delete");
        assertThat(policy.at("/prohibition/0/action").asText()).isEqualTo("distribute");
        assertThat(policy.at("/prohibition/0/remedy/0/action").asText()).isEqualTo("ent:contained");
        assertThat(policy.at("/obligation/0/action").asText()).isEqualTo("reviewPolicy");
        assertThat(policy.path("ent:sha256").asText()).isEqualTo(deed.sha256());
    }

    @Test
    void usesTermsOfTheVocabularyOrOfItsProfileOnly() {
        // given
        JsonNode policy = OdrlPolicy.of(Deed.of(UUID.randomUUID(), 1, terms(), "XAA"));

        // when
        List<String> operators = policy.findValuesAsText("operator");

        // then
        assertThat(operators).isSubsetOf(OPERATORS);
        assertThat(policy.findValuesAsText("leftOperand"))
                .allMatch(operand -> operand.startsWith("ent:") || OPERANDS.contains(operand));
        assertThat(policy.findValuesAsText("action"))
                .allMatch(action -> action.startsWith("ent:") || ACTIONS.contains(action));
    }

    private static Terms terms() {
        return new Terms(
                "XBB",
                "Cyber defence",
                List.of("cyber-defence"),
                List.of("situational-awareness"),
                "SECRET",
                List.of("view", "release"),
                2,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                null,
                new Demands(
                        Assurance.OTP,
                        List.of("XBB"),
                        List.of("responsible-use"),
                        null,
                        null,
                        null,
                        List.of(Network.of("192.0.2.0/24")),
                        new TreeMap<>()),
                List.of(),
                List.of(),
                new Undertakings(
                        Period.ofDays(90),
                        new Onward(Onward.Rule.NONE, List.of()),
                        List.of(Duty.WATERMARK, Duty.NOTIFY_ORIGINATOR),
                        List.of(new Consequence(Severity.GRAVE, List.of(Step.CONTAINED), Period.ofDays(30))),
                        Period.ofMonths(6),
                        List.of()));
    }
}
