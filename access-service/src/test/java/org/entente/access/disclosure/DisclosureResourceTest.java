package org.entente.access.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.change;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.question;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class DisclosureResourceTest {
    private static final String PATH = "/access/disclosures";
    private static final int AGAIN = 20;
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void isRecordedAndAnnouncedBeforeItIsAnswered() {
        // given
        String partner = registeredPartner();
        // when
        Response answer = disclosed(partner);

        // then
        String id = answer.path("id");
        assertThat(rows("select epoch from disclosure where id = ?::uuid", id))
                .containsExactly(answer.path("epoch").toString());
        assertThat(rows("select partner from disclosure where id = ?::uuid", id))
                .containsExactly(partner);
        assertThat(rows("select event::json -> 'data' ->> 'sha256' from outbox where subject = ?", id).stream()
                        .distinct())
                .allMatch(DIGEST::equals);
    }

    @Test
    void isToldToTheHomeSideAndToThePartnerItWasMadeTo() {
        // given
        String partner = registeredPartner();
        String id = disclosed(partner).path("id");

        // when
        Response told = asOfficerOf(partner).get(PATH + "/" + id);

        // then
        told.then()
                .statusCode(200)
                .body("disclosure.what", equalTo("list"))
                .body("disclosure.sha256", equalTo(DIGEST))
                .body("at", notNullValue());
        asLiaison().get(PATH + "/" + id).then().statusCode(200);
        asOfficerOf(registeredPartner()).get(PATH + "/" + id).then().statusCode(404);
        as(TestTokens.token("xaa-originator").roles("originator"))
                .get(PATH + "/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void isRefusedWhenPolicyIsAnotherOne() {
        // given
        String partner = registeredPartner();
        String body = body(partner, discovered(partner));
        registeredPartner();

        // when
        Response answer = disclose(body);

        // then
        answer.then().statusCode(409).body("field", equalTo("/epoch"));
        assertThat(rows("select id from disclosure where partner = ?", partner)).isEmpty();
    }

    @Test
    void isRefusedOnADecisionThatWasNeverMade() {
        // given
        String partner = registeredPartner();
        Response decision = discovered(partner);
        String body = body(partner, decision)
                .replace(decisionId(decision), UUID.randomUUID().toString());

        // when
        Response answer = disclose(body);

        // then
        answer.then().statusCode(409);
    }

    @Test
    void isRefusedWhenItsTimeHasPassed() {
        // given
        String partner = registeredPartner();
        String body = body(partner, discovered(partner)).replaceAll("2099-\\d\\d", "2020-01");

        // when
        Response answer = disclose(body);

        // then
        answer.then().statusCode(409).body("field", equalTo("/validUntil"));
    }

    @Test
    void isWaitedForByAWithdrawal() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        String id = disclosed(partner).path("id");
        change("update decision set recorded_at = recorded_at - interval '1 hour'");

        // when
        asLiaison()
                .body("{\"reason\": \"No longer needed.\"}")
                .post("/access/grants/" + grant + "/withdrawal")
                .then()
                .statusCode(200);

        // then
        assertThat(rows(
                        "select clock_timestamp() - recorded_at >= interval '0.9 seconds' from disclosure where id ="
                                + " ?::uuid",
                        id))
                .containsExactly("t");
    }

    @Test
    void isNotAnsweredWhenTheStoreIsSlow() throws Exception {
        // given
        String partner = registeredPartner();
        String body = body(partner, discovered(partner));
        try (Connection connection = EmbeddedServers.superuser("access");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(7310314)");

            // when
            Response answer = disclose(body);

            // then
            answer.then().statusCode(503);
        }
    }

    @Test
    void isForEnforcementPointsOfTheHomeSideOnly() {
        // given
        String partner = registeredPartner();
        String body = body(partner, discovered(partner));

        // when
        Response answer = asLiaison().body(body).post(PATH);

        // then
        answer.then().statusCode(403);
        as(TestTokens.token("theirs").partner(partner).roles("policy-enforcement-point"))
                .body(body)
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"what\": \"list\"  | \"what\": \"view\"   | 400 | /what",
                "\"assets\": 3       | \"assets\": -1       | 400 | /assets",
                "\"assets\": 3       | \"more\": 3          | 400 | /more",
                "\"id\": \"         | \"id\": \"x         | 400 | /id",
                "\"person\": \"p1\"  | \"person\": \" \"    | 400 | /person",
                "\"person\": \"p1\"  | \"person\": 7        | 400 | /person",
                "\"decisions\": [\"  | \"decisions\": [null, \" | 400 | /decisions/0",
                "0123456789abcdef0   | x                    | 400 | /sha256"
            })
    void namesWhatIsWrong(String right, String wrong, int status, String field) {
        // given
        String partner = registeredPartner();
        String body = body(partner, discovered(partner)).replace(right, wrong);

        // when
        Response answer = disclose(body);

        // then
        answer.then().statusCode(status).body("field", equalTo(field));
    }

    private static Response discovered(String partner) {
        return asEnforcementPoint().body(question(partner, "discover", "{}")).post("/access/v1/evaluation");
    }

    private static Response disclose(String body) {
        return asEnforcementPoint().body(body).post(PATH);
    }

    /** On a decision of the present epoch: what other tests have set off may end one between the two. */
    private static Response disclosed(String partner) {
        Response answer = disclose(body(partner, discovered(partner)));
        for (int again = 0; again < AGAIN && answer.statusCode() == 409; again++) {
            answer = disclose(body(partner, discovered(partner)));
        }
        return answer.then().statusCode(200).extract().response();
    }

    private static String decisionId(Response decision) {
        return decision.path("context.decisionId");
    }

    private static int epoch(Response decision) {
        return decision.path("context.epoch");
    }

    private static String body(String partner, Response decision) {
        return """
            {"id": "%s", "decisions": ["%s"], "epoch": %d, "validUntil": "2099-01-01T00:00:00Z", "person": "p1", "partner": "%s",
             "purpose": "cyber-defence", "what": "list", "assets": 3, "sha256": "%s"}\
            """.formatted(UUID.randomUUID(), decisionId(decision), epoch(decision), partner, DIGEST);
    }
}
