package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.change;
import static org.entente.access.Access.decisionsAbout;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.question;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.Topics.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ReplayResourceTest {
    private String partner;
    private String grant;
    private String decision;

    @BeforeEach
    void decide() {
        partner = registeredPartner();
        grant = granted(inForce(partner), 1);
        decision = decided(view(partner));
    }

    @Test
    void givesTheSameAnswerByteForByteAfterAWithdrawal() throws Exception {
        // given
        asLiaison().body("{\"reason\": \"Test.\"}").post("/access/grants/" + grant + "/withdrawal");
        String recorded =
                rows("select result from decision where id = ?::uuid", decision).get(0);

        // when
        Response replay = replay(decision);

        // then
        replay.then()
                .statusCode(200)
                .body("decisionId", equalTo(decision))
                .body("same", equalTo(true))
                .body("differences", empty())
                .body("replayed.decision", equalTo(true))
                .body("replayed.context.view.portions", contains("p1"));
        ObjectMapper json = new ObjectMapper();
        assertThat(CanonicalJson.text(json, json.readTree(replay.asByteArray()).path("replayed")))
                .isEqualTo(recorded);
    }

    @Test
    void readsNumbersAndUnknownMembersAsTheyWereAsked() {
        // given
        String asked = view(partner)
                .replace("\"view\"", "\"view\", \"properties\": {\"level\": 2.0, \"large\": 9007199254740991}");
        String other = decided(asked);

        // when
        Response replay = replay(other);

        // then
        replay.then().body("same", equalTo(true));
        assertThat(rows("select inputs from decision where id = ?::uuid", other).get(0))
                .contains("\"level\":2.0", "9007199254740991");
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "robot"})
    void coversExercisesAndQuestionsWithoutARule(String type) {
        // given
        String exercise = question(
                        partner,
                        "view",
                        "{\"purpose\": \"cyber-defence\", \"exercise\": true, \"instant\":"
                                + " \"2026-03-01T10:00:00+02:00\"}")
                .replace("\"type\": \"person\"", "\"type\": \"" + type + "\"");

        // when
        Response replay = replay(decided(exercise));

        // then
        replay.then().body("same", equalTo(true));
    }

    @Test
    void tellsWhereARecordWasTamperedWith() {
        // given
        change("update decision set result = replace(result, '[\"p1\"]', '[\"p2\"]') where id = '" + decision + "'");

        // when
        Response replay = replay(decision);

        // then
        replay.then()
                .body("same", equalTo(false))
                .body("differences", hasItem("/context/view/portions/0"))
                .body("recorded.context.view.portions", contains("p2"))
                .body("replayed.context.view.portions", contains("p1"));
    }

    @Test
    void tellsThatARecordWasHandedToAnotherPartner() {
        // given
        change("update decision set partner = 'XZZ', decision = false where id = '" + decision + "'");

        // when
        Response replay = replay(decision);

        // then
        replay.then().body("same", equalTo(false)).body("differences", contains("decision", "partner"));
    }

    @Test
    void tellsThatARecordIsWrittenInAnotherForm() {
        // given
        change("update decision set result = ' ' || result where id = '" + decision + "'");

        // when
        Response replay = replay(decision);

        // then
        replay.then().body("same", equalTo(false)).body("differences", contains("result"));
    }

    @Test
    void tellsThatInputsAreNoQuestionAnyMore() {
        // given
        change("update decision set inputs = '{}' where id = '" + decision + "'");

        // when
        Response replay = replay(decision);

        // then
        replay.then()
                .statusCode(200)
                .body("same", equalTo(false))
                .body("replayed", nullValue())
                .body("differences", contains("inputs"));
    }

    @Test
    void isRefusedForAnEpochOfWhichNoHistoryWasKept() {
        // given
        change("update decision set epoch = 0 where id = '" + decision + "'");

        // when
        Response replay = replay(decision);

        // then
        replay.then().statusCode(409).contentType("application/problem+json");
    }

    @Test
    void isAnActOnRecordButNoDecision() {
        // given
        List<String> decisions = decisionsAbout(partner);

        // when
        as(TestTokens.token("xaa-auditor").roles("auditor"))
                .post("/access/decisions/" + decision + "/replay")
                .then()
                .statusCode(200);

        // then
        assertThat(decisionsAbout(partner)).isNotEmpty().hasSameElementsAs(decisions);
        assertThat(received(
                        "entente.access",
                        "\"type\":\"org.entente.access.decision.replayed.v1\",\"subject\":\"" + decision))
                .contains("\"actor\":\"xaa-auditor@XAA\"", "\"same\":true")
                .doesNotContain("\"partner\"");
    }

    @Test
    void isNotThereForThePartnerConcerned() {
        // given
        byte[] nothing = asOfficerOf(partner)
                .post("/access/decisions/" + UUID.randomUUID() + "/replay")
                .asByteArray();

        // when
        Response replay = asOfficerOf(partner).post("/access/decisions/" + decision + "/replay");

        // then
        assertThat(replay.statusCode()).isEqualTo(404);
        assertThat(replay.asByteArray()).isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"originator", "policy-administrator", "crisis-authority", "policy-enforcement-point"})
    void isForOfficersAndAuditorsOnly(String role) {
        // when
        Response replay =
                as(TestTokens.token("xaa-someone").roles(role)).post("/access/decisions/" + decision + "/replay");

        // then
        replay.then().statusCode(403);
    }

    @Test
    void ofNothingIsNotThere() {
        // when
        Response replay = replay(UUID.randomUUID().toString());

        // then
        replay.then().statusCode(404);
    }

    private static Response replay(String decision) {
        return asLiaison().post("/access/decisions/" + decision + "/replay");
    }

    private static String decided(String question) {
        return asEnforcementPoint()
                .body(question)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .path("context.decisionId");
    }
}
