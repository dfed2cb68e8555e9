package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.nation;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.terms;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class AgreementResourceTest {

    @Test
    void comesIntoForceByTheConsentOfThePartner() {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));

        // when
        var answer = asOfficerOf(partner).post("/access/agreements/" + agreement + "/consents");

        // then
        answer.then()
                .statusCode(200)
                .body("state", equalTo("in-force"))
                .body("partner", equalTo(partner))
                .body("consents.party", contains("XAA", partner));
        assertThat(rows("select event from outbox where subject = ? order by seq", agreement)
                        .size())
                .isLessThanOrEqualTo(3);
    }

    @Test
    void isProposedWithTheConsentOfTheHomeSide() {
        // given
        String partner = registeredPartner();

        // when
        var answer = asLiaison().body(terms(partner)).post("/access/agreements");

        // then
        answer.then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("version", equalTo(1))
                .body("maxTier", equalTo(2))
                .body("consents", hasSize(1))
                .body("consents[0].officer", equalTo("xaa-liaison"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cyber-defence\", \"crisis-response\" | \"espionage\" | /purposes/0",
                "\"situational-awareness\", \"shared-analysis\" | \"gossip\" | /categories/0",
                "\"ceiling\": \"SECRET\" | \"ceiling\": \"COSMIC\" | /ceiling",
                "\"view\" | \"steal\" | /actions/1",
                "\"maxTier\": 2 | \"maxTier\": 5 | /maxTier",
                "\"maxTier\": 2 | \"maxTier\": \"2\" | /maxTier",
                "2099-01-01 | 2026-01-01 | /until",
                "\"title\": \"Cyber defence\" | \"title\": \" \" | /title",
                "\"title\" | \"headline\" | /headline",
                "\"from\": \"2026-01-01T00:00:00Z\", | '' | /from"
            })
    void refusesTermsThatMakeNoSenseAndStoresNothing(String part, String replacement, String field) {
        // given
        String partner = registeredPartner();

        // when
        var answer = asLiaison().body(terms(partner).replace(part, replacement)).post("/access/agreements");

        // then
        answer.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
        assertThat(rows("select id from agreement where partner = ?", partner)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"clause\": \"4.2\", \"expression\": \"subject.assurance = 1\"} | /conditions/0/expression",
                "{\"clause\": \"4.2\", \"expression\": \"subject.assurance\"} | /conditions/0/expression",
                "{\"clause\": \"4.2\", \"expression\": \"subject.a.all(x, subject.b.all(y, subject.c.all(z, true)))\"} | /conditions/0/expression",
                "{\"clause\": \"4.2\", \"expression\": \"resource.id == '9b2e'\"} | /conditions/0/expression",
                "{\"clause\": \"4.2\"} | /conditions/0/expression",
                "{\"expression\": \"true\"} | /conditions/0/clause",
                "{\"clause\": \"4.2\", \"expression\": \"true\"}, {\"clause\": \"4.2\", \"expression\": \"true\"} | /conditions/1/clause",
                "null | /conditions/0",
                "\"true\" | /conditions/0"
            })
    void refusesConditionsThatCannotBeEvaluated(String conditions, String field) {
        // given
        String partner = registeredPartner();
        String terms = terms(partner).replace("\"maxTier\"", "\"conditions\": [" + conditions + "], \"maxTier\"");

        // when
        var answer = asLiaison().body(terms).post("/access/agreements");

        // then
        answer.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
        assertThat(rows("select id from agreement where partner = ?", partner)).isEmpty();
    }

    @Test
    void isReadWithItsConditionsByBothParties() {
        // given
        String partner = registeredPartner();
        String terms = terms(partner)
                .replace(
                        "\"maxTier\"",
                        "\"conditions\": [{\"clause\": \"4.2\", \"expression\": \"subject.assurance == 'hardware'\"}], \"maxTier\"");
        String agreement = proposed(terms);

        // when
        var answer = asOfficerOf(partner).get("/access/agreements/" + agreement);

        // then
        answer.then()
                .statusCode(200)
                .body("conditions.clause", contains("4.2"))
                .body("conditions.expression", contains("subject.assurance == 'hardware'"));
    }

    @Test
    void refusesAPartnerThatIsNotRegistered() {
        // given
        String stranger = nation();

        // when
        var answer = asLiaison().body(terms(stranger)).post("/access/agreements");

        // then
        answer.then().statusCode(400).body("field", equalTo("/partner"));
    }

    @Test
    void isProposedOncePerKey() {
        // given
        String partner = registeredPartner();
        String key = UUID.randomUUID().toString();
        String first = asLiaison()
                .header("Idempotency-Key", key)
                .body(terms(partner))
                .post("/access/agreements")
                .then()
                .extract()
                .path("id");

        // when
        var answer =
                asLiaison().header("Idempotency-Key", key).body(terms(partner)).post("/access/agreements");

        // then
        answer.then().statusCode(201).body("id", equalTo(first));
        assertThat(rows("select id from agreement where partner = ?", partner)).hasSize(1);
    }

    @Test
    void looksToAnyoneElseAsIfItDidNotExist() {
        // given
        String agreement = proposed(terms(registeredPartner()));
        String stranger = registeredPartner();
        byte[] nothing = asOfficerOf(stranger)
                .get("/access/agreements/" + UUID.randomUUID())
                .asByteArray();

        // when
        var answer = asOfficerOf(stranger).get("/access/agreements/" + agreement);

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(nothing);
    }

    @Test
    void isConsentedToByNoOfficerOfAnotherNation() {
        // given
        String agreement = proposed(terms(registeredPartner()));

        // when
        var answer = asOfficerOf(registeredPartner()).post("/access/agreements/" + agreement + "/consents");

        // then
        answer.then().statusCode(404);
    }

    @Test
    void isConsentedToByOfficersOnly() {
        // given
        String partner = registeredPartner();
        String agreement = proposed(terms(partner));
        TestTokens analyst = TestTokens.token("analyst").partner(partner).roles("partner-analyst");

        // when
        var answer = as(analyst).post("/access/agreements/" + agreement + "/consents");

        // then
        answer.then().statusCode(403);
    }

    @Test
    void isProposedByTheHomeSideOnly() {
        // given
        String partner = registeredPartner();

        // when
        var answer = asOfficerOf(partner).body(terms(partner)).post("/access/agreements");

        // then
        answer.then().statusCode(403);
    }

    @Test
    void isEndedByEitherPartyAlone() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);

        // when
        var answer = asOfficerOf(partner)
                .body("{\"reason\": \"No longer wanted.\"}")
                .post("/access/agreements/" + agreement + "/end");

        // then
        answer.then().statusCode(200).body("state", equalTo("ended"));
    }

    @Test
    void lapsesByItself() {
        // given
        String partner = registeredPartner();

        // when
        String agreement = proposed(terms(partner).replace("2099-01-01", "2026-02-01"));

        // then
        asLiaison().get("/access/agreements/" + agreement).then().body("state", equalTo("lapsed"));
        asOfficerOf(partner)
                .post("/access/agreements/" + agreement + "/consents")
                .then()
                .statusCode(409);
    }

    @Test
    void isChangedByOneOfTwoWhoActAtOnce() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        var first = new java.util.concurrent.FutureTask<>(() -> end(agreement, partner));
        var second = new java.util.concurrent.FutureTask<>(() -> end(agreement, partner));

        // when
        new Thread(first).start();
        new Thread(second).start();

        // then
        assertThat(new int[] {first.get(), second.get()}).contains(200).containsAnyOf(409, 412);
    }

    private static int end(String agreement, String partner) {
        return asOfficerOf(partner)
                .body("{\"reason\": \"No longer wanted.\"}")
                .post("/access/agreements/" + agreement + "/end")
                .statusCode();
    }

    @Test
    void isNotReadWithATokenForAnotherService() {
        // given
        String agreement = proposed(terms(registeredPartner()));
        String token = TestTokens.token("xaa-liaison")
                .roles("liaison-officer")
                .audience("catalog-service")
                .sign();

        // when
        var answer = io.restassured.RestAssured.given().auth().oauth2(token).get("/access/agreements/" + agreement);

        // then
        answer.then().statusCode(401);
    }
}
