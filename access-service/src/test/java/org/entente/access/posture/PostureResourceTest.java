package org.entente.access.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asCrisisAuthority;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.terms;
import static org.entente.access.Access.view;
import static org.entente.access.Crises.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.Topics;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class PostureResourceTest {
    private static final String TWO = "[\"" + UUID.randomUUID() + "\", \"" + UUID.randomUUID() + "\"]";

    private String partner;
    private String agreement;

    @BeforeEach
    void aPartnerWithAGrant() {
        partner = registeredPartner();
        agreement = inForce(partner);
        granted(agreement, 1);
    }

    @Test
    void isRestoredByTwoPersonsOnly() {
        // given
        lower("suspended");
        String restoration = proposeRestoration(causes());
        asLiaison().post(restoration + "/approval").then().statusCode(403);

        // when
        Response answer = asCrisisAuthority("xaa-crisis").post(restoration + "/approval");

        // then
        answer.then().statusCode(200).body("state", equalTo("approved"));
        assertThat(posture()).isEqualTo("normal");
        assertThat(permits()).isTrue();
        asLiaison()
                .get("/access/partners/" + partner + "/posture/history")
                .then()
                .body("causes", hasSize(1))
                .body("causes[0].liftedAt", notNullValue())
                .body("causes[0].lifting", equalTo("Checked."));
    }

    @Test
    void isAsStrictAsTheCausesThatAreLeft() {
        // given
        lower("watch");
        String watch = causes().get(0);
        lower("suspended");
        String suspended =
                causes().stream().filter(id -> !id.equals(watch)).findFirst().orElseThrow();
        String restoration = proposeRestoration(List.of(suspended));

        // when
        asCrisisAuthority("xaa-crisis").post(restoration + "/approval").then().statusCode(200);

        // then
        assertThat(posture()).isEqualTo("watch");
    }

    @Test
    void fallsWithAnAnomalyAndRisesExactlyAsFarWhenItIsDismissed() {
        // given
        lower("watch");
        String anomaly = UUID.randomUUID().toString();
        audit(anomaly, "anomaly.detected", """
            {"anomaly": "%s", "investigation": "i", "partner": "%s", "kind": "volume", "score": 4.2,
             "advice": "contained", "because": []}\
            """.formatted(anomaly, partner));
        eventually(() -> posture().equals("contained"));

        // when
        audit(anomaly, "anomaly.dismissed", """
            {"anomaly": "%s", "partner": "%s", "persons": %s, "reason": "An exercise."}\
            """.formatted(anomaly, partner, TWO));

        // then
        eventually(() -> posture().equals("watch"));
    }

    @Test
    void doesNotRiseByADismissalOfOnePerson() {
        // given
        String anomaly = UUID.randomUUID().toString();
        audit(anomaly, "anomaly.detected", """
            {"anomaly": "%s", "partner": "%s", "kind": "volume", "advice": "watch"}\
            """.formatted(anomaly, partner));
        eventually(() -> posture().equals("watch"));

        // when
        audit(anomaly, "anomaly.dismissed", """
            {"anomaly": "%s", "partner": "%s", "persons": ["one", "one"], "reason": "No."}\
            """.formatted(anomaly, partner));

        // then
        assertThat(Topics.received("entente.access.parked", "\"persons\": [\"one\", \"one\"]"))
                .contains("dismissed");
        assertThat(posture()).isEqualTo("watch");
    }

    @Test
    void fallsByADegradationAndRisesWhenTwoPersonsReverseIt() {
        // given
        String degradation = UUID.randomUUID().toString();
        crisis(degradation, "degradation.started", """
            {"degradation": "%s", "partner": "%s", "posture": "suspended", "reason": "Wipers spread."}\
            """.formatted(degradation, partner));
        eventually(() -> !permits());

        // when
        crisis(degradation, "degradation.reversed", """
            {"degradation": "%s", "partner": "%s", "persons": %s}\
            """.formatted(degradation, partner, TWO));

        // then
        eventually(this::permits);
    }

    @Test
    void hasTheConsequencesThatItsAgreementStates() {
        // given
        String other = registeredPartner();
        String strict = asLiaison()
                .body(terms(other)
                        .replace(
                                "\"title\"",
                                "\"undertakings\": {\"consequences\": [{\"severity\": \"serious\", \"steps\":"
                                        + " [\"reminder\", \"enhanced-monitoring\", \"grants-withdrawn\","
                                        + " \"agreement-suspended\"], \"lasting\": \"P30D\"}]}, \"title\""))
                .post("/access/agreements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        asOfficerOf(other)
                .post("/access/agreements/" + strict + "/consents")
                .then()
                .statusCode(200);
        String grant = granted(strict, 1);
        String investigation = UUID.randomUUID().toString();

        // when
        audit(investigation, "breach.confirmed", """
            {"investigation": "%s", "partner": "%s", "agreement": "%s", "severity": "serious", "persons": %s}\
            """.formatted(investigation, other, strict, TWO));

        // then
        eventually(() -> rows("select step from sanction where investigation = ?", investigation)
                        .size()
                == 3);
        asLiaison().get("/access/agreements/" + strict).then().body("state", equalTo("suspended"));
        asLiaison().get("/access/grants/" + grant).then().body("state", equalTo("withdrawn"));
        asLiaison()
                .get("/access/partners/" + other + "/posture")
                .then()
                .body("posture", equalTo("watch"))
                .body("causes[0].until", notNullValue());
        assertThat(Topics.received("entente.access", "\"investigation\":\"" + investigation))
                .contains("sanction.applied");
    }

    @Test
    void fallsForABreachWithoutStatedConsequencesByThePublishedRules() {
        // given
        String investigation = UUID.randomUUID().toString();

        // when
        audit(investigation, "breach.confirmed", """
            {"investigation": "%s", "partner": "%s", "severity": "grave", "persons": %s}\
            """.formatted(investigation, partner, TWO));

        // then
        eventually(() -> posture().equals("suspended"));
    }

    @Test
    void fallsByTheClockWhenAnAssessmentLapses() {
        // given
        asLiaison()
                .body("""
                    {"kind": "third-party", "level": "low", "findings": ["Nothing."], "assessor": "Agency",
                     "validUntil": "%s"}\
                    """.formatted(Instant.now().plusSeconds(12)))
                .post("/access/partners/" + partner + "/assessments")
                .then()
                .statusCode(201);
        String before = posture();

        // when
        eventually(() -> posture().equals("watch"));

        // then
        assertThat(before).isEqualTo("normal");
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .body("context.obligations.type", hasItem("alert"));
        eventually(() ->
                rows("select announced from partner where code = ?", partner).equals(List.of("WATCH")));
    }

    @Test
    void isNotLiftedByANewAssessmentOnceItHasFallen() {
        // given
        String badly = """
            {"kind": "supply-chain", "level": "critical", "assessor": "Agency", "validUntil": "2098-01-01T00:00:00Z"}\
            """;
        asLiaison()
                .body(badly)
                .post("/access/partners/" + partner + "/assessments")
                .then()
                .statusCode(201);

        // when
        asLiaison()
                .body(badly.replace("critical", "low"))
                .post("/access/partners/" + partner + "/assessments")
                .then()
                .statusCode(201);

        // then
        assertThat(posture()).isEqualTo("contained");
    }

    @Test
    void ofAStateIsThatOfItsOrganisations() {
        // given
        asLiaison()
                .body("{\"name\": \"CERT\"}")
                .put("/access/partners/" + partner + "-CERT")
                .then()
                .statusCode(201);

        // when
        lower("suspended");

        // then
        asLiaison()
                .get("/access/partners/" + partner + "-CERT")
                .then()
                .body("memberOf", equalTo(partner))
                .body("kind", equalTo("organisation"))
                .body("posture", equalTo("suspended"));
    }

    @Test
    void isChangedOnTheRevisionThatWasReadOnly() {
        // given
        String tag = asLiaison().get("/access/partners/" + partner).header("ETag");
        lower("watch");

        // when
        Response answer = asLiaison()
                .header("If-Match", tag)
                .body("{\"posture\": \"suspended\", \"reason\": \"Test.\"}")
                .post("/access/partners/" + partner + "/posture");

        // then
        answer.then().statusCode(412).body("current.posture", equalTo("watch"));
    }

    @Test
    void followsRulesThatEveryoneCanRead() {
        // given
        TestTokens anyone = TestTokens.token("anyone").partner("XBB").roles("partner-analyst");

        // when
        Response answer = as(anyone).get("/access/posture-rules");

        // then
        answer.then().statusCode(200).body("cause", hasItem("compromise"));
    }

    @Test
    void isNotForThePartnerToRead() {
        // given
        lower("watch");

        // when
        Response answer = asOfficerOf(partner).get("/access/partners/" + partner + "/posture");

        // then
        answer.then().statusCode(403);
    }

    private void lower(String posture) {
        asLiaison()
                .body("{\"posture\": \"" + posture + "\", \"reason\": \"Test.\"}")
                .post("/access/partners/" + partner + "/posture")
                .then()
                .statusCode(200)
                .body("posture", equalTo(posture));
    }

    private List<String> causes() {
        return asLiaison().get("/access/partners/" + partner + "/posture").path("causes.id");
    }

    private String proposeRestoration(List<String> causes) {
        return asLiaison()
                .body("{\"causes\": [\"" + String.join("\", \"", causes) + "\"], \"reason\": \"Checked.\"}")
                .post("/access/partners/" + partner + "/restorations")
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("causes", contains(causes.toArray()))
                .extract()
                .header("Location");
    }

    private String posture() {
        return asLiaison().get("/access/partners/" + partner + "/posture").path("posture");
    }

    private boolean permits() {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .path("decision");
    }

    private static void audit(String subject, String type, String data) {
        send("entente.audit", "/audit", subject, "org.entente.audit." + type + ".v1", data);
    }

    private static void crisis(String subject, String type, String data) {
        send("entente.crisis", "/crisis", subject, "org.entente.crisis." + type + ".v1", data);
    }

    private static void send(String topic, String source, String subject, String type, String data) {
        Topics.send(topic, subject, """
            {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "subject": "%s", "time": "%s",
             "exercise": false, "data": %s}\
            """.formatted(UUID.randomUUID(), source, type, subject, Instant.now(), data));
    }
}
