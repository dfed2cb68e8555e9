package org.entente.access.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.entente.access.Crises;
import org.entente.access.seal.PublicJwk;
import org.entente.access.seal.Signature;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class PlanResourceTest {
    private final String plan = UUID.randomUUID().toString();
    private String partner;

    @BeforeEach
    void aPlanOnTheTable() {
        partner = registeredPartner();
        Crises.offered(plan, 1, partner);
    }

    @Test
    void isInForceOnceEveryPartyHasConsentedUnderSignature() {
        // when
        Crises.consents(plan, partner);

        // then
        String digest =
                rows("select sha256 from crisis_plan where id = ?", plan).get(0);
        String jws = rows("select signature from plan_consent where plan = ? and party = ?", plan, partner)
                .get(0);
        String key = RestAssured.get("/access/keys/seals").path("keys[-1].x");
        assertThat(RestAssured.get("/access/keys/seals").asString()).contains(Signature.kid(jws));
        assertThat(key).isNotNull();
        assertThat(verified(jws).documentSha256()).isEqualTo(digest);
        assertThat(verified(jws).plan()).isEqualTo(plan);
    }

    @Test
    void takesNoTokenThatCrisisServiceMayHaveSeen() {
        // when
        var answer = RestAssured.given()
                .auth()
                .oauth2(TestTokens.token(partner + "-officer")
                        .partner(partner)
                        .roles("liaison-officer")
                        .assurance("otp")
                        .audience("access-service", "crisis-service")
                        .sign())
                .contentType(ContentType.JSON)
                .post("/access/plans/" + plan + "/consents");

        // then
        answer.then().statusCode(403).body("detail", containsString("crisis-service"));
        assertThat(rows("select party from plan_consent where plan = ?", plan)).isEmpty();
    }

    @Test
    void needsAStrongLogin() {
        // when
        var answer = as(TestTokens.token("xaa-liaison").roles("liaison-officer"))
                .post("/access/plans/" + plan + "/consents");

        // then
        answer.then().statusCode(401);
    }

    @Test
    void isConsentedToAsItWasRead() {
        // when
        var answer = asLiaison()
                .body("{\"version\": 1, \"sha256\": \"" + "0".repeat(64) + "\"}")
                .post("/access/plans/" + plan + "/consents");

        // then
        answer.then().statusCode(412).body("current.version", equalTo(1)).body("current.state", equalTo("offered"));
    }

    @Test
    void doesNotExistForOthers() {
        // given
        String other = registeredPartner();

        // when
        var answer = asOfficerOf(other).get("/access/plans/" + plan);

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString())
                .isEqualTo(asOfficerOf(other)
                        .get("/access/plans/" + UUID.randomUUID())
                        .asString());
        asOfficerOf(partner)
                .get("/access/plans/" + plan)
                .then()
                .statusCode(200)
                .body("document.terms.briefing", notNullValue())
                .body("allowance", containsString("without bound"))
                .body("toSign.plan", equalTo(plan));
    }

    @Test
    void saysHowLongItMayBeInForceInAll() {
        // given
        String bounded = Crises.consented(partner, Duration.ofHours(4));

        // when
        var answer = asOfficerOf(partner).get("/access/plans/" + bounded);

        // then
        answer.then()
                .body("document.terms.allowance.within", equalTo("P1D"))
                .body("allowance", equalTo("in force for at most PT4H within any PT24H"));
    }

    @Test
    void anAmendmentNeedsConsentAgainAndChangesNothingBefore() {
        // given
        Crises.consents(plan, partner);

        // when
        Crises.offered(plan, 2, partner);

        // then
        asLiaison()
                .get("/access/plans/" + plan)
                .then()
                .body("state", equalTo("offered"))
                .body("version", equalTo(2));
        assertThat(rows("select version::text from crisis_plan where id = ?", plan))
                .containsExactly("1");
        Crises.consents(plan, partner);
        assertThat(rows("select version::text from crisis_plan where id = ? order by 1", plan))
                .containsExactly("1", "2");
    }

    @Test
    void whatOriginatorsLetGoBeforehandGoesWhileItIsInForceAndNoLonger() {
        // given
        granted(inForce(partner), 2);
        Crises.consents(plan, partner);
        String question = view(partner)
                .replace(
                        "\"categories\": [\"shared-analysis\"]",
                        "\"originatorControlled\": true, \"categories\": [\"shared-analysis\"]");
        String given = as(TestTokens.token("xaa-originator").roles("originator"))
                .body("{\"categories\": [\"shared-analysis\"], \"ceiling\": \"SECRET\"}")
                .post("/access/plans/" + plan + "/pre-consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(portions(question)).containsExactly("p1");
        String activation = UUID.randomUUID().toString();
        var from = java.time.Instant.now();

        // when
        org.entente.access.Topics.send(
                "entente.crisis",
                activation,
                Crises.start(Crises.order(plan, activation, from, from.plusSeconds(600))));

        // then
        Crises.eventually(() -> portions(question).equals(List.of("p1", "p2")));
        as(TestTokens.token("xaa-originator").roles("originator"))
                .body("{\"reason\": \"A source is in danger.\"}")
                .post("/access/plans/" + plan + "/pre-consents/" + given + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawnBy", equalTo("xaa-originator@XAA"));
        assertThat(portions(question)).containsExactly("p1");
    }

    private static List<String> portions(String question) {
        return asEnforcementPoint()
                .body(question)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .path("context.view.portions");
    }

    private static org.entente.access.seal.Statement verified(String jws) {
        String jwk = rows("select jwk from seal_key where kid = ?", Signature.kid(jws))
                .get(0);
        return Signature.verified(
                jws, Signature.BY_SERVICE, PublicJwk.parse(jwk).key());
    }
}
