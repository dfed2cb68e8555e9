package org.entente.crisis.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.agency;
import static org.entente.crisis.Crisis.agree;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.digest;
import static org.entente.crisis.Crisis.home;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.partner;
import static org.entente.crisis.Crisis.proposedPlan;
import static org.entente.crisis.Crisis.terms;
import static org.entente.crisis.Crisis.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.crisis.Told;
import org.entente.crisis.Topic;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanResourceTest {

    @Test
    void isProposedAndNobodyHasConsentedYet() {
        Map<String, Object> terms = terms(indicator(), "XBB");

        Response answer = authority().body(terms).post("/crisis/plans");

        answer.then()
                .statusCode(201)
                .header("Location", containsString("/crisis/plans/" + answer.path("id")))
                .body("state", equalTo("proposed"))
                .body("version", equalTo(1))
                .body("name", equalTo("Intrusions into power grids"))
                .body("maxDuration", equalTo("PT1H"))
                .body("criterion.within", equalTo("PT1H"))
                .body("consents", empty())
                .body("consentAt", equalTo("/access/plans/" + answer.path("id")));
    }

    @Test
    void isAgreedWhenAccessServiceTellsThatAllPartiesHaveConsented() {
        String plan = proposedPlan(indicator(), "XBB", "XCC");

        agree(plan, 1, "XBB", "XCC");

        authority()
                .get("/crisis/plans/{id}", plan)
                .then()
                .body("state", equalTo("agreed"))
                .body("consents.party", contains("XAA", "XBB", "XCC"))
                .body("consents.signature", contains("a.b.c", "a.b.c", "a.b.c"));
    }

    @Test
    void isNotAgreedWhereTheyConsentedToAnotherDocument() {
        String plan = proposedPlan(indicator(), "XBB");
        String other = proposedPlan(indicator(), "XBB");

        Told.access("plan.in-force", plan, """
            {"plan": "%s", "version": 1, "sha256": "%s"}\
            """.formatted(plan, "0".repeat(64)));

        agree(other, 1, "XBB");
        authority().get("/crisis/plans/{id}", plan).then().body("state", equalTo("proposed"));
    }

    @Test
    void anAmendmentLeavesInForceWhatIsAgreedUntilItIsAgreedItself() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        Map<String, Object> terms = terms(indicator, "XBB");
        terms.put("tier", 1);
        terms.put("briefing", "For your eyes only.");

        authority()
                .body(terms)
                .post("/crisis/plans/{id}/versions", plan)
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("tier", equalTo(2))
                .body("amendment.version", equalTo(2))
                .body("amendment.terms.tier", equalTo(1));

        agree(plan, 2, "XBB");
        authority()
                .get("/crisis/plans/{id}", plan)
                .then()
                .body("tier", equalTo(1))
                .body("briefing", equalTo("For your eyes only."))
                .body("amendment", nullValue());
    }

    @Test
    void leadsToItsSimulation() {
        String plan = proposedPlan(indicator(), "XBB");

        Response answer = authority().get("/crisis/plans/{id}/simulation?from=2026-10-01T00:00:00Z", plan);

        answer.then()
                .statusCode(200)
                .body("send", equalTo("POST /access/simulations"))
                .body("body.draft.plan.partners", contains("XBB"))
                .body("body.draft.plan.criterion", nullValue())
                .body("body.from", equalTo("2026-10-01T00:00:00Z"));
        authority()
                .get("/crisis/plans/{id}/simulation?from=then", plan)
                .then()
                .statusCode(400)
                .body("field", equalTo("from"));
        officer("XBB").get("/crisis/plans/{id}/simulation", plan).then().statusCode(403);
    }

    @Test
    void tellsTheOthersWithItsTerms() {
        String plan = agreedPlan(indicator(), "XBB");

        List<JsonNode> events = Topic.about(plan, "plan.agreed");

        assertThat(events)
                .extracting(event -> event.path("type").textValue())
                .containsExactly(
                        "org.entente.crisis.plan.proposed.v1",
                        "org.entente.crisis.plan.consented.v1",
                        "org.entente.crisis.plan.consented.v1",
                        "org.entente.crisis.plan.agreed.v1");
        JsonNode document = events.get(0).path("data").path("document");
        assertThat(document.path("parties").get(0).textValue()).isEqualTo("XAA");
        assertThat(events.get(0).path("data").path("sha256").textValue()).isEqualTo(digest(plan, 1));
        JsonNode agreed = events.get(3).path("data");
        assertThat(agreed.path("plan").textValue()).isEqualTo(plan);
        assertThat(agreed.path("ceiling").textValue()).isEqualTo("SECRET");
        assertThat(agreed.path("maxDuration").textValue()).isEqualTo("PT1H");
    }

    @Test
    void doesNotExistForAnotherNation() {
        String plan = agreedPlan(indicator(), "XBB");

        Response other = officer("XCC").get("/crisis/plans/{id}", plan);

        Response missing = officer("XCC").get("/crisis/plans/{id}", UUID.randomUUID());
        Response malformed = officer("XCC").get("/crisis/plans/{id}", "no-such-plan");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.asByteArray()).isEqualTo(missing.asByteArray()).isEqualTo(malformed.asByteArray());
    }

    @Test
    void isReadByItsParties() {
        String plan = agreedPlan(indicator(), "XBB", "XCC");

        officer("XBB").get("/crisis/plans/{id}", plan).then().statusCode(200).body("id", equalTo(plan));
        analyst("XCC").get("/crisis/plans/{id}", plan).then().statusCode(200);
        with(home("xaa-auditor").roles("auditor"))
                .get("/crisis/plans/{id}", plan)
                .then()
                .statusCode(200);
        agency().get("/crisis/plans/{id}", plan).then().statusCode(403);
    }

    @Test
    void isProposedByTheHomeAuthorityOnly() {
        Map<String, Object> terms = terms(indicator(), "XBB");

        agency().body(terms).post("/crisis/plans").then().statusCode(403);
        officer("XBB").body(terms).post("/crisis/plans").then().statusCode(403);
        with(partner("authority", "XBB").roles("crisis-authority"))
                .body(terms)
                .post("/crisis/plans")
                .then()
                .statusCode(403);
    }

    @Test
    void isClosedToTokensForOthers() {
        TestTokens elsewhere = TestTokens.token("xaa-crisis").roles("crisis-authority");

        with(elsewhere.audience("catalog-service"))
                .get("/crisis/plans/{id}", UUID.randomUUID())
                .then()
                .statusCode(401);
    }

    @Test
    void isProposedOncePerIdempotencyKey() {
        Map<String, Object> terms = terms(indicator(), "XBB");
        String key = UUID.randomUUID().toString();
        Response first = authority().header("Idempotency-Key", key).body(terms).post("/crisis/plans");

        Response second = authority().header("Idempotency-Key", key).body(terms).post("/crisis/plans");

        second.then().statusCode(201).header("Location", equalTo(first.header("Location")));
        assertThat(second.<Map<String, Object>>path("")).isEqualTo(first.path(""));
        authority()
                .header("Idempotency-Key", key)
                .body(terms(indicator(), "XCC"))
                .post("/crisis/plans")
                .then()
                .statusCode(422)
                .body("field", equalTo("Idempotency-Key"));
    }
}
