package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class NegotiationResourceTest {
    private static final String REASON = "{\"reason\": \"Test.\"}";

    @Test
    void isCounteredByThePartnerAndInForceByTheHomeSidesConsent() {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        asOfficerOf(partner)
                .body(version(terms(partner).replace("\"maxTier\": 2", "\"maxTier\": 1")))
                .post(path(agreement, "versions/counter"))
                .then()
                .statusCode(200)
                .body("state", equalTo("countered"))
                .body("version", equalTo(2))
                .body("consents.party", contains(partner));

        // when
        Response answer = asLiaison().body("{\"version\": 2}").post(path(agreement, "consents"));

        // then
        answer.then().statusCode(200).body("state", equalTo("in-force")).body("maxTier", equalTo(1));
        asLiaison()
                .get(path(agreement, "history"))
                .then()
                .body("kind", contains("PROPOSAL", "COUNTER"))
                .body("party", contains("XAA", partner));
    }

    @Test
    void isNotConsentedToInAnotherVersionThanWasRead() {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));

        // when
        Response answer = asOfficerOf(partner).body("{\"version\": 7}").post(path(agreement, "consents"));

        // then
        answer.then().statusCode(412).body("current.version", equalTo(1)).body("current.state", equalTo("proposed"));
    }

    @Test
    void staysInForceWhileAnAmendmentIsOnTheTable() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        granted(agreement, 2);
        asLiaison()
                .body(version(terms(partner).replace("\"cyber-defence\", \"crisis-response\"", "\"crisis-response\"")))
                .post(path(agreement, "versions/amendment"))
                .then()
                .statusCode(200)
                .body("state", equalTo("in-force"))
                .body("amendment.version", equalTo(2));
        boolean before = permits(partner);

        // when
        Response answer = asOfficerOf(partner).post(path(agreement, "consents"));

        // then
        assertThat(before).isTrue();
        answer.then().statusCode(200).body("version", equalTo(2)).body("purposes", contains("crisis-response"));
        assertThat(permits(partner)).isFalse();
    }

    @Test
    void isSuspendedByOnePartyWithEffectOnTheVeryNextDecisionAndResumedByAll() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        granted(agreement, 2);
        boolean before = permits(partner);

        // when
        Response answer = asOfficerOf(partner).body(REASON).post(path(agreement, "suspension"));

        // then
        answer.then().statusCode(200).body("state", equalTo("suspended")).body("suspension.by", equalTo(partner));
        assertThat(before).isTrue();
        assertThat(permits(partner)).isFalse();
        asLiaison()
                .body("{}")
                .post(path(agreement, "suspension/resumption"))
                .then()
                .body("state", equalTo("suspended"));
        asOfficerOf(partner)
                .body("{}")
                .post(path(agreement, "suspension/resumption"))
                .then()
                .body("state", equalTo("in-force"));
        assertThat(permits(partner)).isTrue();
    }

    @Test
    void isOutOfForceByAWithdrawnConsentBeforeTheAnswer() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        granted(agreement, 2);

        // when
        Response answer = asOfficerOf(partner).body(REASON).post(path(agreement, "consents/withdrawal"));

        // then
        answer.then()
                .statusCode(200)
                .body("state", equalTo("proposed"))
                .body("version", equalTo(2))
                .body("consents", hasSize(0));
        assertThat(permits(partner)).isFalse();
    }

    @Test
    void isInForceByTheConsentOfEachOfSeveralParties() {
        // given
        String one = registeredPartner();
        String other = registeredPartner();
        String agreement = proposed(
                terms(one).replace("\"title\"", "\"parties\": [\"" + one + "\", \"" + other + "\"], \"title\""));
        asOfficerOf(one).post(path(agreement, "consents")).then().body("state", equalTo("proposed"));

        // when
        Response answer = asOfficerOf(other).post(path(agreement, "consents"));

        // then
        answer.then().body("state", equalTo("in-force")).body("consents.party", containsInAnyOrder("XAA", one, other));
        asOfficerOf(other).get("/access/agreements").then().body("agreements.id", contains(agreement));
        asOfficerOf(other)
                .body(REASON)
                .post(path(agreement, "suspension"))
                .then()
                .statusCode(200);
        asOfficerOf(one).get("/access/agreements/" + agreement).then().body("state", equalTo("suspended"));
    }

    @Test
    void isSeenByTheHomeSideOnlyWhileDrafted() {
        // given
        String partner = registeredPartner();
        String draft = asLiaison()
                .body(terms(partner))
                .post("/access/agreement-drafts")
                .then()
                .statusCode(201)
                .body("state", equalTo("drafted"))
                .extract()
                .path("id");
        asOfficerOf(partner).get("/access/agreements/" + draft).then().statusCode(404);
        asLiaison()
                .body(terms(partner).replace("\"maxTier\": 2", "\"maxTier\": 1"))
                .put("/access/agreement-drafts/" + draft)
                .then()
                .statusCode(200);

        // when
        Response answer = asLiaison().post("/access/agreement-drafts/" + draft + "/proposal");

        // then
        answer.then().statusCode(200).body("state", equalTo("proposed")).body("maxTier", equalTo(1));
        asOfficerOf(partner).get("/access/agreements/" + draft).then().statusCode(200);
    }

    @Test
    void isChangedOnTheRevisionThatWasReadOnly() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String tag = asLiaison().get("/access/agreements/" + agreement).header("ETag");
        asOfficerOf(partner).header("If-Match", tag).body(REASON).post(path(agreement, "suspension"));

        // when
        Response answer = asLiaison().header("If-Match", tag).body(REASON).post(path(agreement, "end"));

        // then
        answer.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("current.state", equalTo("suspended"))
                .body("current.id", equalTo(agreement));
    }

    @Test
    void isChangedByOneOfTwoOfficersWhoActAtOnceAndTheOtherIsToldWhatItBecame() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        String tag = asLiaison().get("/access/agreements/" + agreement).header("ETag");
        Callable<Response> home =
                () -> asLiaison().header("If-Match", tag).body(REASON).post(path(agreement, "suspension"));
        Callable<Response> theirs =
                () -> asOfficerOf(partner).header("If-Match", tag).body(REASON).post(path(agreement, "suspension"));
        ExecutorService both = Executors.newFixedThreadPool(2);

        // when
        List<Future<Response>> answers = both.invokeAll(List.of(home, theirs));

        // then
        List<Response> given = List.of(answers.get(0).get(), answers.get(1).get());
        both.shutdown();
        assertThat(given).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        Response late = given.get(0).statusCode() == 412 ? given.get(0) : given.get(1);
        assertThat(late.jsonPath().getString("current.state")).isEqualTo("suspended");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "versions/counter",
                "versions/amendment",
                "versions/amendment/refusal",
                "suspension",
                "suspension/resumption",
                "consents/withdrawal"
            })
    void isNothingThatAnotherNationCouldChange(String act) {
        // given
        String agreement = inForce(registeredPartner());
        String stranger = registeredPartner();
        String body = act.startsWith("versions/a") || act.endsWith("counter") ? version(terms(stranger)) : REASON;

        // when
        Response answer = asOfficerOf(stranger)
                .body(act.endsWith("refusal") || act.endsWith("resumption") ? "{}" : body)
                .post(path(agreement, act));

        // then
        answer.then().statusCode(404);
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({"password, 401", "otp, 200", "hardware, 200"})
    void isConsentedToByAStrongLoginOnly(String assurance, int status) {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        TestTokens officer = TestTokens.token(partner + "-officer")
                .partner(partner)
                .roles("liaison-officer")
                .assurance(assurance);

        // when
        Response answer = as(officer).post(path(agreement, "consents"));

        // then
        answer.then().statusCode(status);
        if (status == 401) {
            answer.then()
                    .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                    .header("WWW-Authenticate", containsString("acr_values=\"otp\""));
        }
    }

    @Test
    void isConsentedToByVerifiedCounterpartsOnlyOnceOneIsNamed() {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        asLiaison()
                .body("{\"name\": \"B. Bravo\", \"office\": \"Defence\", \"account\": \"somebody-else\","
                        + " \"identityProvider\": \"xbb\", \"verifiedUntil\": \"2098-01-01T00:00:00Z\"}")
                .post("/access/partners/" + partner + "/counterparts")
                .then()
                .statusCode(201)
                .body("vouchedBy", equalTo("xaa-liaison"));

        // when
        Response answer = asOfficerOf(partner).post(path(agreement, "consents"));

        // then
        answer.then().statusCode(403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"retention\": \"P0D\"} | /undertakings/retention",
                "{\"onward\": {\"rule\": \"named\"}} | /undertakings/onward/partners",
                "{\"onward\": {\"rule\": \"all\"}} | /undertakings/onward/rule",
                "{\"obligations\": [\"sing\"]} | /undertakings/obligations/0",
                "{\"consequences\": [{\"severity\": \"grave\", \"steps\": [\"prison\"]}]} |"
                        + " /undertakings/consequences/0/steps/0",
                "{\"consequences\": [{\"severity\": \"grave\", \"steps\": []}]} | /undertakings/consequences/0/steps",
                "{\"clauses\": [{\"name\": \"1\", \"about\": \"weather\", \"text\": \"t\"}]} |"
                        + " /undertakings/clauses/0/about",
                "{\"clauses\": [{\"name\": \"1\", \"text\": \"\"}]} | /undertakings/clauses/0/text",
                "{\"reviewEvery\": \"P200Y\"} | /undertakings/reviewEvery"
            })
    void refusesUndertakingsThatMakeNoSense(String undertakings, String field) {
        // given
        String partner = registeredPartner();

        // when
        Response answer = asLiaison()
                .body(terms(partner).replace("\"title\"", "\"undertakings\": " + undertakings + ", \"title\""))
                .post("/access/agreements");

        // then
        answer.then().statusCode(400).body("field", equalTo(field));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"networks\": [\"192.0.2.1/24\"]} | /demands/networks/0",
                "{\"trainingByTier\": {\"9\": [\"x\"]}} | /demands/trainingByTier/9",
                "{\"countries\": [\"France\"]} | /demands/countries/0"
            })
    void refusesDemandsThatMakeNoSense(String demands, String field) {
        // given
        String partner = registeredPartner();

        // when
        Response answer = asLiaison()
                .body(terms(partner).replace("\"title\"", "\"demands\": " + demands + ", \"title\""))
                .post("/access/agreements");

        // then
        answer.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void publishesTheLadder() {
        // given
        TestTokens anyone = TestTokens.token("anyone").partner("XBB").roles("partner-analyst");

        // when
        Response answer = as(anyone).get("/access/ladder");

        // then
        answer.then().statusCode(200).body("step[0]", equalTo("reminder")).body("does[0]", notNullValue());
    }

    private static boolean permits(String partner) {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .path("decision");
    }

    private static String version(String terms) {
        return "{\"note\": \"Test.\", \"terms\": " + terms + "}";
    }

    private static String path(String agreement, String act) {
        return "/access/agreements/" + agreement + "/" + act;
    }
}
