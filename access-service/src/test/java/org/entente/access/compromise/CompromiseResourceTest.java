package org.entente.access.compromise;

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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class CompromiseResourceTest {
    private String partner;

    @BeforeEach
    void aPartnerThatReadsSomething() {
        partner = registeredPartner();
        granted(inForce(partner), 2);
    }

    @Test
    void narrowsAccessBeforeTheAnswer() {
        // given
        boolean before = deep();

        // when
        Response answer = asOfficerOf(partner)
                .body("{\"description\": \"A laptop was taken over.\"}")
                .post(reports());

        // then
        answer.then()
                .statusCode(201)
                .body("report.posture", equalTo("contained"))
                .body("exposure", notNullValue());
        assertThat(before).isTrue();
        assertThat(deep()).isFalse();
        asLiaison().get("/access/partners/" + partner).then().body("posture", equalTo("contained"));
    }

    @Test
    void suspendsIfAsked() {
        // given
        String report = "{\"posture\": \"suspended\"}";

        // when
        Response answer = asOfficerOf(partner).body(report).post(reports());

        // then
        answer.then().statusCode(201);
        assertThat(permits()).isFalse();
    }

    @Test
    void countsOnceHoweverOftenItIsSent() {
        // given
        String key = UUID.randomUUID().toString();
        String report = "{\"description\": \"Once.\"}";
        String first = asOfficerOf(partner)
                .header("Idempotency-Key", key)
                .body(report)
                .post(reports())
                .path("report.id");

        // when
        Response answer =
                asOfficerOf(partner).header("Idempotency-Key", key).body(report).post(reports());

        // then
        answer.then().statusCode(201).body("report.id", equalTo(first));
        assertThat(rows("select id from posture_cause where partner = ?", partner))
                .hasSize(1);
    }

    @Test
    void listsWhatItHadSeenAssetByAsset() {
        // given
        see("asset-1");
        see("asset-1");
        see("asset-2");
        see("asset-3");
        String exposure = asOfficerOf(partner).body("{}").post(reports()).path("exposure");

        // when
        Response answer = asOfficerOf(partner).get(exposure + "?limit=2");

        // then
        answer.then()
                .statusCode(200)
                .body("assets.asset", contains("asset-1", "asset-2"))
                .body("assets[0].decisions", equalTo(2))
                .body("assets[0].portions", equalTo(2))
                .body("assets[0].persons", contains("analyst"))
                .body("assets[0].actions", contains("view"));
        String next = answer.path("next");
        asLiaison()
                .get(exposure + "?limit=2&cursor=" + next)
                .then()
                .body("assets.asset", contains("asset-3"))
                .body("next", equalTo(null));
    }

    @Test
    void listsNothingFromBeforeOrOfOthers() {
        // given
        see("asset-1");
        String since = rows("select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0);
        String exposure = asOfficerOf(partner)
                .body("{\"since\": \"" + since + "\", \"persons\": [\"somebody\"]}")
                .post(reports())
                .path("exposure");

        // when
        Response answer = asOfficerOf(partner).get(exposure);

        // then
        answer.then().statusCode(200).body("assets", hasSize(0));
    }

    @Test
    void isNotReportedByAnotherNation() {
        // given
        String stranger = registeredPartner();

        // when
        Response answer = asOfficerOf(stranger).body("{}").post(reports());

        // then
        answer.then().statusCode(404);
        assertThat(deep()).isTrue();
    }

    @Test
    void isNotReportedByAnAnalyst() {
        // given
        TestTokens analyst = TestTokens.token("analyst").partner(partner).roles("partner-analyst");

        // when
        Response answer = as(analyst).body("{}").post(reports());

        // then
        answer.then().statusCode(403);
    }

    private void see(String asset) {
        asEnforcementPoint()
                .body(view(partner).replace("asset-1", asset))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));
    }

    private boolean deep() {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .jsonPath()
                .getList("context.view.portions")
                .contains("p2");
    }

    private boolean permits() {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .path("decision");
    }

    private String reports() {
        return "/access/partners/" + partner + "/compromise-reports";
    }
}
