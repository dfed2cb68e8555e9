package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.change;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.routes;
import static org.entente.access.Desks.until;
import static org.entente.access.Trusted.LATER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Times that passed while nobody was there. What was to end has ended when the service looks again, without any of its
 * clocks having run; what was to be told is told once, when one of them does.
 */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class SleptThroughResourceTest {

    /** As if all times of a thing had been years ago; another replica has compiled nothing of it yet. */
    private static void slept(String table, String from, String to, String where) {
        change(
                "update " + table + " set terms = replace(terms, '" + from + "', '" + to + "') where " + where,
                "select advance_policy_epoch()");
    }

    private static ValidatableResponse decided(String partner) {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "partner_grant, 2098-01-01, 2020-01-01, grant-expired",
        "agreement, 2099-01-01, 2026-01-02, agreement-not-in-force"
    })
    void whatEndedMeanwhilePermitsNothing(String table, String from, String to, String code) {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 2);
        decided(partner).body("decision", equalTo(true));

        // when
        slept(table, from, to, "partner = '" + partner + "'");

        // then
        decided(partner).body("decision", equalTo(false)).body("context.reasons.code", hasItem(code));
    }

    @Test
    void aGrantWhoseReviewWasDueMeanwhileIsDead() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        granted(agreement, 2);
        decided(partner).body("decision", equalTo(true));

        // when
        slept(
                "partner_grant",
                "\"until\"",
                "\"reviewDue\":\"2020-01-01T00:00:00Z\",\"until\"",
                "agreement = '" + agreement + "'");

        // then
        decided(partner).body("decision", equalTo(false)).body("context.reasons.code", hasItem("review-overdue"));
    }

    @Test
    void aRequestThatWasLateMeanwhileIsTheSuperiorsAndToldOnce() {
        // given
        routes("PT2H");
        String partner = registeredPartner();
        String request = asAnalystOf(partner)
                .body("{\"tier\": 1, \"categories\": [\"situational-awareness\"], \"purposes\": [\"cyber-defence\"],"
                        + " \"until\": \"2090-01-01T00:00:00Z\", \"why\": \"w\"}")
                .post("/access/requests")
                .path("id");

        // when
        change("update access_request set late_at = now() - interval '40 days', document = regexp_replace(document,"
                + " '\"due\":\"[^\"]*\"', '\"due\":\"2020-01-01T00:00:00Z\"') where id = '" + request + "'");

        // then
        asLiaison().get("/access/requests/" + request).then().body("home.late", equalTo(true));
        until(() -> asLiaison().get("/access/requests/" + request).path("home.escalatedAt") != null);
        assertThat(rows("select late_at::text from access_request where id::text = ?", request))
                .containsOnlyNulls();
    }

    @Test
    void aConsentThatEndedMeanwhileIsExpired() {
        // given
        String partner = registeredPartner();
        String consent = asLiaison()
                .body("""
                {"giver": {"kind": "originator", "code": "XAA"}, "recipient": "%s", "purpose": "cyber-defence",
                 "actions": ["view"], "material": {"asset": "asset-1"}, "justification": "Same aircraft.",
                 "until": "%s"}""".formatted(partner, LATER))
                .post("/access/consents")
                .path("id");

        // when
        change("update consent set valid_until = '2026-01-01T00:00:00Z' where id = '" + consent + "'");

        // then
        asLiaison().get("/access/consents/" + consent).then().body("state", equalTo("expired"));
    }
}
