package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.change;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.question;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class EvaluationResourceTest {
    private static final String RECORD = """
        {"subject": {"type": "user", "id": "alice", "properties": {"role": "manager"}},
         "action": {"name": "read"}, "resource": {"type": "dossier", "id": "dossier-1"}, "futureField": {"nested": true},
         "context": {"time": "2025-06-27T18:03-07:00"}}\
        """;

    @Test
    void permitsWhatAgreementGrantAndLabelAllow() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String grant = granted(agreement, 1);

        // when
        var answer = asEnforcementPoint()
                .header("X-Request-ID", "request-1")
                .body(view(partner))
                .post("/access/v1/evaluation");

        // then
        answer.then()
                .statusCode(200)
                .header("X-Request-ID", "request-1")
                .body("decision", equalTo(true))
                .body("context.view.portions", contains("p1"))
                .body("context.view.tearline", nullValue())
                .body("context.reasons", hasSize(1))
                .body("context.reasons[0].portion", equalTo("p2"))
                .body("context.reasons[0].code", equalTo("tier-too-low"))
                .body("context.reasons[0].clause", equalTo("grant " + grant + ", tier"))
                .body("context.remedies.code", contains("tier-too-low"))
                .body("context.explanation.partner.protected", equalTo(true))
                .body("context.explanation.partner.clauses[0]", equalTo("agreement " + agreement + " v1, purposes"));
    }

    @Test
    void isOnRecordBeforeItIsAnswered() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);

        // when
        String decision = asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .extract()
                .path("context.decisionId");

        // then
        assertThat(rows("select decision from decision where id = ?", UUID.fromString(decision)))
                .containsExactly("t");
        assertThat(rows("select inputs from decision where id = ?", UUID.fromString(decision))
                        .get(0))
                .contains("\"purpose\":\"cyber-defence\"", "\"instant\":");
    }

    @Test
    void isNeverRecordedOnAnEpochThatIsOver() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));
        change(
                "update partner_grant set state = 'WITHDRAWN' where id = '" + grant + "'",
                "select advance_policy_epoch()");
        int epoch = Integer.parseInt(rows("select epoch from policy_epoch").get(0));

        // when
        var answer = asEnforcementPoint().body(view(partner)).post("/access/v1/evaluation");

        // then
        answer.then()
                .statusCode(200)
                .body("decision", equalTo(false))
                .body("context.epoch", greaterThanOrEqualTo(epoch));
    }

    @Test
    void theDatabaseTakesNoRecordOfAnEpochThatIsOver() {
        // given
        UUID id = UUID.randomUUID();
        String record = "select record_decisions(array['" + id + "'::uuid], array[%s::bigint], array[null::text],"
                + " array[true], array['{}'], array['{}'], array['{}'])";

        // when
        change(record.formatted("(select epoch - 1 from policy_epoch)"));

        // then
        assertThat(rows("select id from decision where id = ?", id)).isEmpty();
        assertThat(rows("select seq from outbox where subject = ?", id.toString()))
                .isEmpty();
    }

    @Test
    void aRecordIsNeitherChangedNorRemovedByTheService() {
        // given
        String query = "select privilege_type from information_schema.role_table_grants"
                + " where table_name = 'decision' and grantee = 'access_service' order by 1";

        // when
        var privileges = rows(query);

        // then
        assertThat(privileges).containsExactly("INSERT", "SELECT");
    }

    @Test
    void anExpiredAgreementPermitsNothing() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        granted(agreement, 1);
        change(
                "update agreement set terms = replace(terms, '2099-01-01', '2026-01-02') where id = '" + agreement
                        + "'",
                "select advance_policy_epoch()");

        // when
        var answer = asEnforcementPoint().body(view(partner)).post("/access/v1/evaluation");

        // then
        answer.then()
                .body("decision", equalTo(false))
                .body("context.reasons[0].code", equalTo("agreement-not-in-force"));
    }

    @Test
    void anotherPartnerGetsNothing() {
        // given
        granted(inForce(registeredPartner()), 1);
        String other = registeredPartner();

        // when
        var answer = asEnforcementPoint().body(view(other)).post("/access/v1/evaluation");

        // then
        answer.then().body("decision", equalTo(false)).body("context.reasons[0].code", equalTo("no-agreement"));
    }

    @Test
    void discoveryNeedsNoPurpose() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 2);

        // when
        var answer =
                asEnforcementPoint().body(question(partner, "discover", "{}")).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(200).body("context.view.portions", contains("p1", "p2"));
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"purpose\": \"cyber-defence\"} | {\"purpose\": \"espionage\"} | context.purpose",
                "{\"purpose\": \"cyber-defence\"} | {} | context.purpose",
                "{\"purpose\": \"cyber-defence\"} | {\"purpose\": \"cyber-defence\", \"instant\":"
                        + " \"2020-01-01T00:00:00Z\"} | /context/instant",
                "{\"purpose\": \"cyber-defence\"} | {\"purpose\": \"cyber-defence\", \"urgent\": true} |"
                        + " /context/urgent",
                "\"type\": \"person\", | '' | /subject/type",
                "\"id\": \"asset-1\", | '' | /resource/id",
                "\"name\": \"view\" | \"name\": 7 | /action/name",
                "\"assurance\": \"password\" | \"assurance\": \"magic\" | /subject/properties/assurance",
                "\"assurance\": \"password\" | \"rank\": \"general\" | /subject/properties/rank",
                "\"nationalities\": [\"%s\"] | \"nationalities\": \"XBB\" | /subject/properties/nationalities",
                "\"label\": \"l1\" | \"label\": 7 | /resource/properties/portions/0/label",
                "\"id\": \"p2\" | \"id\": \"p1\" | /resource/properties/portions/1/id",
                "\"id\": \"p2\", | '' | /resource/properties/portions/1/id"
            })
    void refusesWhatItCannotUnderstandAndNamesIt(String part, String replacement, String field) {
        // given
        String partner = registeredPartner();
        String request = view(partner).replace(part.formatted(partner), replacement);

        // when
        var answer = asEnforcementPoint().body(request).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"application/json | ''", "application/json | {", "application/json | []", "text/plain | {}"})
    void refusesWhatIsNoJsonObject(String type, String body) {
        // given
        var request = asEnforcementPoint().contentType(type).body(body);

        // when
        var answer = request.post("/access/v1/evaluation");

        // then
        answer.then().statusCode(400);
    }

    @Test
    void takesThousandsOfPortionsAndRefusesTooMany() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String many = view(partner).replace("{\"id\": \"p1\"", portions(10_000) + ", {\"id\": \"p1\"");
        String tooMany = view(partner).replace("{\"id\": \"p1\"", portions(100_000) + ", {\"id\": \"p1\"");

        // when
        var answer = asEnforcementPoint().body(many).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(200).body("context.view.portions", hasSize(10_001));
        asEnforcementPoint().body(tooMany).post("/access/v1/evaluation").then().statusCode(413);
    }

    private static String portions(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"id\": \"n" + number + "\", \"label\": \"l1\"}")
                .collect(Collectors.joining(", "));
    }

    @Test
    void deniesWhatNoRuleSpeaksOf() {
        // given
        String request = RECORD;

        // when
        var answer = asEnforcementPoint().body(request).post("/access/v1/evaluation");

        // then
        answer.then()
                .statusCode(200)
                .body("decision", equalTo(false))
                .body("context.reasons.code", contains("no-matching-rule"));
    }

    @Test
    void anExerciseHasATimeOfItsOwn() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String context = "{\"purpose\": \"cyber-defence\", \"instant\": \"2025-12-31T00:00:00Z\", \"exercise\": true}";

        // when
        var answer =
                asEnforcementPoint().body(question(partner, "view", context)).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(200).body("context.reasons[0].code", equalTo("agreement-not-in-force"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"execute_all, 3", "deny_on_first_deny, 2", "permit_on_first_permit, 1"})
    void goesAsFarAsTheSemanticSays(String semantic, int answers) {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String one = view(partner);
        String batch = one.substring(0, one.lastIndexOf('}'))
                + ", \"options\": {\"evaluations_semantic\": \"" + semantic + "\"}, \"evaluations\": [{}, {\"action\":"
                + " {\"name\": \"release\"}}, {\"action\":"
                + " {\"name\": \"discover\"}}]}";

        // when
        var answer = asEnforcementPoint().body(batch).post("/access/v1/evaluations");

        // then
        answer.then()
                .statusCode(200)
                .body("evaluations", hasSize(answers))
                .body("evaluations[0].decision", equalTo(true));
    }

    @Test
    void tellsWhatIsWrongWithOneEvaluationInItsPlace() {
        // given
        String batch = """
            {"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"},
             "evaluations": [{"resource": {"type": "dossier", "id": "dossier-1"}}, {}]}\
            """;

        // when
        var answer = asEnforcementPoint().body(batch).post("/access/v1/evaluations");

        // then
        answer.then()
                .statusCode(200)
                .body("evaluations.decision", contains(false, false))
                .body("evaluations[1].context.error.status", equalTo(400))
                .body("evaluations[1].context.error.field", equalTo("/resource"));
    }

    @Test
    void namesWhatHasTheWrongTypeInOneEvaluation() {
        // given
        String one = view("XZZ");
        String batch = one.substring(0, one.lastIndexOf('}'))
                + ", \"evaluations\": [{\"subject\": {\"type\": \"person\", \"id\": \"a\","
                + " \"properties\": {\"clearances\": 7}}}]}";

        // when
        var answer = asEnforcementPoint().body(batch).post("/access/v1/evaluations");

        // then
        answer.then()
                .statusCode(200)
                .body("evaluations[0].decision", equalTo(false))
                .body("evaluations[0].context.error.field", equalTo("/subject/properties/clearances"));
    }

    @Test
    void anEntityReplacesTheDefaultAsAWhole() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String one = view(partner);
        String batch = one.substring(0, one.lastIndexOf('}'))
                + ", \"evaluations\": [{\"resource\": {\"type\": \"asset\", \"id\": \"other\"}}, {},"
                + " {\"resource\": {\"id\": \"other\"}}]}";

        // when
        var answer = asEnforcementPoint().body(batch).post("/access/v1/evaluations");

        // then
        answer.then()
                .statusCode(200)
                .body("evaluations.decision", contains(false, true, false))
                .body("evaluations[2].context.error.field", equalTo("/resource/type"));
    }

    @Test
    void anEmptyListOfEvaluationsIsOneEvaluation() {
        // given
        String request = RECORD.replace("\"futureField\"", "\"evaluations\": [], \"futureField\"");

        // when
        var answer = asEnforcementPoint().body(request).post("/access/v1/evaluations");

        // then
        answer.then().statusCode(200).body("decision", equalTo(false));
    }

    @Test
    void anUnknownPurposeIsWrongForTheWholeBatch() {
        // given
        String one = view(registeredPartner()).replace("cyber-defence", "espionage");
        String batch = one.substring(0, one.lastIndexOf('}')) + ", \"evaluations\": [{}, {}]}";

        // when
        var answer = asEnforcementPoint().body(batch).post("/access/v1/evaluations");

        // then
        answer.then().statusCode(400).body("field", equalTo("context.purpose"));
    }

    @Test
    void onlyAnEnforcementPointMayAsk() {
        // given
        String request = view(registeredPartner());

        // when
        var answer = as(TestTokens.token("xaa-liaison").roles("liaison-officer", "auditor"))
                .body(request)
                .post("/access/v1/evaluation");

        // then
        answer.then().statusCode(403);
    }

    @Test
    void nobodyAsksWithATokenForAnotherService() {
        // given
        String token = TestTokens.token("enforcement-point")
                .roles("policy-enforcement-point")
                .audience("catalog-service")
                .sign();

        // when
        var answer = RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(RECORD)
                .post("/access/v1/evaluation");

        // then
        answer.then().statusCode(401);
    }

    @Test
    void tellsWhatItOffers() {
        // given
        var request = RestAssured.given();

        // when
        var answer = request.get("/.well-known/authzen-configuration");

        // then
        answer.then()
                .statusCode(200)
                .body("access_evaluation_endpoint", endsWith("/access/v1/evaluation"))
                .body("access_evaluations_endpoint", endsWith("/access/v1/evaluations"))
                .body("search_subject_endpoint", endsWith("/access/v1/search/subject"))
                .body("search_resource_endpoint", endsWith("/access/v1/search/resource"))
                .body("search_action_endpoint", endsWith("/access/v1/search/action"));
    }
}
