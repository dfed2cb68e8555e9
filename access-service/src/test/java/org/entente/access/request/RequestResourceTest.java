package org.entente.access.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.routes;
import static org.entente.access.Desks.until;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.entente.access.Access;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class RequestResourceTest {
    private static final String ASKED = """
            {"tier": 2, "categories": ["situational-awareness", "shared-analysis"], "purposes": ["cyber-defence"],
             "until": "2090-01-01T00:00:00Z", "priority": "urgent", "why": "Seen in our harbours, too."}""";

    @BeforeEach
    void rules() {
        routes("PT2H");
    }

    private static String submitted(String partner, String body) {
        return asAnalystOf(partner)
                .body(body)
                .post("/access/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response approve(String officer, String request, String agreement) {
        return asLiaison(officer)
                .body("{\"agreement\": \"" + agreement + "\", \"rationale\": \"It serves the purpose.\"}")
                .post("/access/requests/" + request + "/approval");
    }

    @Test
    void isRoutedAndAnswerableAtOnce() {
        // given
        String partner = registeredPartner();

        // when
        var answer = asAnalystOf(partner).body(ASKED).post("/access/requests");

        // then
        answer.then()
                .statusCode(201)
                .body("state", equalTo("routed"))
                .body("due", notNullValue())
                .body("home", nullValue());
        asLiaison("officer")
                .get(answer.header("Location"))
                .then()
                .body("home.assignment.agency", equalTo("XAA-CYBER"))
                .body("home.responsible", equalTo("officer"));
    }

    @Test
    void approvalIssuesAGrantAtOnce() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String request = submitted(partner, ASKED);

        // when
        var answer = approve("officer", request, agreement);

        // then
        answer.then().statusCode(200).body("state", equalTo("approved")).body("answer.grant", notNullValue());
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));
        asAnalystOf(partner)
                .get("/access/requests/" + request)
                .then()
                .body("answer.rationale", equalTo("It serves the purpose."))
                .body("home", nullValue());
    }

    @ParameterizedTest(name = "{0} → {2} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"to\": {\"tier\": 3} | /to/tier | 422",
                "\"to\": {\"categories\": [\"sensitive\"]} | /to/categories | 422",
                "\"to\": {\"until\": \"2091-01-01T00:00:00Z\"} | /to/until | 422",
                "\"to\": {\"purposes\": [\"crisis-response\"]} | /to/purposes | 422",
                "\"to\": {\"tier\": 2} | /to | 422"
            })
    void approvalIsNeverWiderThanAsked(String to, String field, int status) {
        // given
        String partner = registeredPartner();
        String request = submitted(partner, ASKED);
        String body = "{\"agreement\": \"" + inForce(partner) + "\", \"rationale\": \"r\", " + to + "}";

        // when
        var answer = asLiaison("officer").body(body).post("/access/requests/" + request + "/approval");

        // then
        answer.then().statusCode(status).body("field", equalTo(field));
        assertThat(rows("select id::text from partner_grant where partner = ?", partner))
                .isEmpty();
    }

    @Test
    void approvalIsNeverWiderThanAgreed() {
        // given
        String partner = registeredPartner();
        String request = submitted(partner, ASKED.replace("\"tier\": 2", "\"tier\": 4"));

        // when
        var answer = approve("officer", request, inForce(partner));

        // then
        answer.then().statusCode(422).body("field", equalTo("/tier"));
        asAnalystOf(partner).get("/access/requests/" + request).then().body("state", equalTo("routed"));
    }

    @Test
    void refusalTellsThePartnerWhyAndWhatToDo() {
        // given
        String partner = registeredPartner();
        String request = submitted(partner, ASKED);

        // when
        var answer = asLiaison("officer")
                .body(
                        "{\"reason\": \"more-than-needed\", \"rationale\": \"Less will do.\", \"homeRationale\": \"Sources.\"}")
                .post("/access/requests/" + request + "/refusal");

        // then
        answer.then().statusCode(200).body("home.rationale", equalTo("Sources."));
        String read = asAnalystOf(partner).get("/access/requests/" + request).asString();
        assertThat(read)
                .contains("more-than-needed", "Less will do.", "Ask for less")
                .doesNotContain("Sources.", "officer");
    }

    @Test
    void anUnknownAssetIsAskedForLikeAnyOther() {
        // given
        String partner = registeredPartner();
        String known = ASKED.replace("{\"tier\"", "{\"assets\": [\"0b0e2c0a-8a41-4f0c-8a0a-3f3c8f1f7f55\"], \"tier\"");

        // when
        List<Response> answers = Stream.of(known, known.replace("0b0e2c0a", "ffffffff"))
                .map(body -> asAnalystOf(partner).body(body).post("/access/requests"))
                .toList();

        // then
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream()
                        .map(answer -> answer.jsonPath().getMap("").keySet())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theClockStandsStillWhileThePartnerIsAsked() {
        // given
        String partner = registeredPartner();
        String request = submitted(partner, ASKED);

        // when
        var asked = asLiaison("officer")
                .body("{\"text\": \"Which unit?\"}")
                .post("/access/requests/" + request + "/clarification");

        // then
        asked.then().statusCode(200).body("state", equalTo("clarifying")).body("due", nullValue());
        asLiaison("officer")
                .body("{\"reason\": \"not-now\", \"rationale\": \"r\"}")
                .post("/access/requests/" + request + "/refusal")
                .then()
                .statusCode(409);
        asAnalystOf(partner)
                .body("{\"text\": \"The CERT.\"}")
                .post("/access/requests/" + request + "/answer")
                .then()
                .statusCode(200)
                .body("state", equalTo("routed"))
                .body("due", notNullValue())
                .body("dialogue.size()", equalTo(2));
    }

    @Test
    void onlyTheResponsibleOfficerAnswersOrWhoStandsIn() {
        // given
        String partner = registeredPartner();
        String request = submitted(
                partner, ASKED.replace("[\"situational-awareness\", \"shared-analysis\"]", "[\"sensitive\"]"));
        approve("officer", request, inForce(partner)).then().statusCode(403);
        String absence = asLiaison("sailor")
                .body(
                        "{\"delegate\": \"officer\", \"from\": \"2020-01-01T00:00:00Z\", \"until\": \"2090-01-01T00:00:00Z\"}")
                .post("/access/absences")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        // when
        var refused = asLiaison("officer")
                .body("{\"reason\": \"not-now\", \"rationale\": \"r\"}")
                .post("/access/requests/" + request + "/refusal");

        // then
        refused.then().statusCode(200).body("state", equalTo("refused"));
        asLiaison("sailor").body("{}").post(absence + "/end").then().statusCode(200);
    }

    @Test
    void nobodyElseLearnsOfIt() {
        // given
        String partner = registeredPartner();
        String request = submitted(partner, ASKED);

        // when
        var stranger = asOfficerOf(registeredPartner()).get("/access/requests/" + request);

        // then
        stranger.then().statusCode(404);
        Access.as(org.entente.embedded.testing.TestTokens.token("other-analyst")
                        .partner(partner)
                        .roles("partner-analyst"))
                .get("/access/requests/" + request)
                .then()
                .statusCode(404);
        asOfficerOf(partner).get("/access/requests/" + request).then().statusCode(200);
    }

    @Test
    void ofTwoAnswersOneCountsAndTheOtherLearnsOfIt() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String request = submitted(partner, ASKED);

        // when
        List<Response> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> approve("officer", request, agreement)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .allMatch(answer -> answer.statusCode() == 409
                        || answer.statusCode() == 412
                                && answer.path("current.state").equals("approved"));
        assertThat(rows("select id::text from partner_grant where partner = ?", partner))
                .hasSize(1);
    }

    @Test
    void anOldTagGetsTheNewState() {
        // given
        String partner = registeredPartner();
        String request = submitted(partner, ASKED);
        String tag = asLiaison("officer").get("/access/requests/" + request).header("ETag");
        asLiaison("officer")
                .body("{\"text\": \"Which unit?\"}")
                .post("/access/requests/" + request + "/clarification")
                .then()
                .statusCode(200);

        // when
        var late = asLiaison("officer")
                .header("If-Match", tag)
                .body("{\"reason\": \"not-now\", \"rationale\": \"r\"}")
                .post("/access/requests/" + request + "/refusal");

        // then
        late.then().statusCode(412).body("current.state", equalTo("clarifying"));
    }

    @Test
    void whatIsLateGoesToTheSuperiorOnce() {
        // given
        routes("PT0.001S");
        String partner = registeredPartner();

        // when
        String request = submitted(partner, ASKED.replace("urgent", "immediate"));

        // then
        until(() -> asLiaison("chief").get("/access/requests/" + request).path("home.escalatedAt") != null);
        asLiaison("chief")
                .body("{\"reason\": \"not-now\", \"rationale\": \"r\"}")
                .post("/access/requests/" + request + "/refusal")
                .then()
                .statusCode(200);
    }

    @Test
    void lapsesByItself() {
        // given
        String partner = registeredPartner();
        String request = submitted(partner, ASKED);

        // when
        Access.change("update access_request set lapses_at = now(), document = replace(document,"
                + " '\"lapses\":\"2090', '\"lapses\":\"2020') where id = '" + request + "'");

        // then
        approve("officer", request, inForce(partner)).then().statusCode(409);
        until(() -> rows("select state from access_request where id::text = ?", request)
                .contains("LAPSED"));
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tier\": 2 | \"tier\": 5 | /tier | 400",
                "cyber-defence | gossip | /purposes/0 | 400",
                "2090-01-01 | 2020-01-01 | /until | 422",
                "Seen in our harbours, too. | | /why | 400",
                "\"urgent\" | \"whenever\" | /priority | 400"
            })
    void whatMakesNoSenseIsNamed(String part, String replacement, String field, int status) {
        // given
        String body = ASKED.replace(part, replacement == null ? "" : replacement);

        // when
        var answer = asAnalystOf(registeredPartner()).body(body).post("/access/requests");

        // then
        answer.then().statusCode(status).body("field", equalTo(field));
    }
}
