package org.entente.access.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.entente.access.Access;
import org.entente.access.Crises;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestBrowser;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class StandingResourceTest {
    @TestHTTPResource("/")
    URI service;

    private String partner;
    private String agreement;
    private String grant;

    @BeforeEach
    void grant() {
        partner = Access.registeredPartner();
        agreement = Access.inForce(partner);
        grant = Access.granted(agreement, 1);
    }

    @Test
    void aPartnerReadsWhatItHoldsAndWhatWouldBringMore() {
        Response standing = analyst().get("/access/standing");

        standing.then()
                .statusCode(200)
                .body("partner", equalTo(partner))
                .body("holds.state", contains("live"))
                .body("holds[0].clauses", contains("agreement " + agreement + " v1, purposes", "grant " + grant))
                .body("more.code", hasItem("tier-too-low"))
                .body("misuse.published.name", hasItem("suspended"));
    }

    @Test
    void aWithdrawnGrantIsNotHeld() {
        asLiaison()
                .body("{\"reason\": \"over\"}")
                .post("/access/grants/" + grant + "/withdrawal")
                .then()
                .statusCode(200);

        Response standing = analyst().get("/access/standing");

        standing.then().body("holds", equalTo(List.of()));
    }

    @Test
    void aPlanInForceIsHeld() {
        String activation = Crises.started(partner);

        Response standing = analyst().get("/access/standing");

        standing.then().body("holds.clauses.flatten()", hasItem(endsWith("activation " + activation)));
    }

    @Test
    void theHomeSideReadsThatOfThePartnerItNames() {
        Response standing = asLiaison().get("/access/standing?partner=" + partner);

        standing.then().statusCode(200).body("partner", equalTo(partner));
    }

    @Test
    void theHomeSideHasNone() {
        asLiaison().get("/access/standing").then().statusCode(400).body("field", equalTo("partner"));
    }

    @Test
    void aPartnerReadsNoOther() {
        String other = Access.registeredPartner();

        Response registered = analyst().get("/access/standing?partner=" + other);
        Response unknown = analyst().get("/access/standing?partner=ZZZ");

        registered.then().statusCode(404);
        assertThat(registered.asByteArray()).isEqualTo(unknown.asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"originator", "operator", "policy-enforcement-point"})
    void othersReadNone(String role) {
        as(TestTokens.token("x").roles(role))
                .get("/access/standing?partner=" + partner)
                .then()
                .statusCode(403);
        as(TestTokens.token("y").partner(partner).roles(role))
                .get("/access/standing")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsSecretFromThePartnerDoesNotShow() {
        String before = told(analyst().get("/access/standing"));
        List<String> after = new ArrayList<>();
        for (Secret secret : shuffled()) {
            secret.change(partner);
            after.add(told(analyst().get("/access/standing")));
        }

        assertThat(after).containsOnly(before);
    }

    @Test
    void thePageShowsThePersonWhatTheCallTells() throws Exception {
        TestBrowser browser = new TestBrowser(
                service, TestTokens.token(partner + "-analyst").partner(partner).roles("partner-analyst"));

        HttpResponse<String> page = browser.open("/access/pages/standing");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Standing of " + partner,
                        "grant " + grant,
                        "agreement " + agreement + " v1, maxTier",
                        "What misuse leads to",
                        "Our standing")
                .doesNotContain("<script");
    }

    @Test
    void thePageOfAnotherIsNotThere() throws Exception {
        TestBrowser browser = new TestBrowser(
                service, TestTokens.token(partner + "-analyst").partner(partner).roles("partner-analyst"));

        HttpResponse<String> page = browser.open("/access/pages/standing?partner=XZZ");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such resource.");
    }

    /** Something of which the partner must not learn. */
    private interface Secret {
        void change(String partner);
    }

    /** In an order that is another for every seed, and the same for the same. */
    private static List<Secret> shuffled() {
        List<Secret> secrets = new ArrayList<>(List.of(
                partner -> lower(partner, "watch"),
                partner -> Access.granted(Access.inForce(Access.registeredPartner()), 2),
                partner -> Crises.started(Access.registeredPartner()),
                partner ->
                        Access.asEnforcementPoint().body(Access.view(partner)).post("/access/v1/evaluation"),
                partner -> Crises.published("SECRET-SCHEME", 1, "SECRETGROUP", "XYZ")));
        Collections.shuffle(secrets, new Random(7));
        secrets.add(partner -> lower(partner, "contained"));
        secrets.add(partner -> lower(partner, "suspended"));
        return secrets;
    }

    private static void lower(String partner, String posture) {
        asLiaison()
                .body("{\"posture\": \"" + posture + "\", \"reason\": \"secret\"}")
                .post("/access/partners/" + partner + "/posture")
                .then()
                .statusCode(200);
    }

    /** The bytes, but for the time. */
    private static String told(Response standing) {
        standing.then().statusCode(200);
        return standing.asString().replaceFirst("\"at\":\"[^\"]+\"", "");
    }

    private RequestSpecification analyst() {
        return as(TestTokens.token(partner + "-analyst").partner(partner).roles("partner-analyst"));
    }

    @Test
    void anOfficerReadsItToo() {
        asOfficerOf(partner).get("/access/standing").then().statusCode(200);
    }
}
