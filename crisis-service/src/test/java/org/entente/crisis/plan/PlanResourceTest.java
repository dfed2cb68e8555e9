package org.entente.crisis.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.agency;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.home;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.partner;
import static org.entente.crisis.Crisis.proposedPlan;
import static org.entente.crisis.Crisis.terms;
import static org.entente.crisis.Crisis.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.crisis.Topic;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanResourceTest {

    @Test
    void isProposedWithTheConsentOfTheHomeSide() {
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
                .body("consents.party", contains("XAA"))
                .body("consents.officer", contains("xaa-crisis@XAA"));
    }

    @Test
    void isAgreedWhenTheLastPartnerConsents() {
        String plan = proposedPlan(indicator(), "XBB", "XCC");
        officer("XCC").post("/crisis/plans/{id}/consents", plan).then().body("state", equalTo("proposed"));

        Response answer = officer("XBB").post("/crisis/plans/{id}/consents", plan);

        answer.then()
                .statusCode(200)
                .body("state", equalTo("agreed"))
                .body("consents.party", contains("XAA", "XCC", "XBB"));
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
                        "org.entente.crisis.plan.agreed.v1");
        assertThat(events)
                .extracting(event -> event.path("partner").textValue())
                .containsOnly("XBB");
        JsonNode agreed = events.get(2).path("data");
        assertThat(agreed.path("plan").textValue()).isEqualTo(plan);
        assertThat(agreed.path("ceiling").textValue()).isEqualTo("SECRET");
        assertThat(agreed.path("maxDuration").textValue()).isEqualTo("PT1H");
        assertThat(agreed.path("partners").get(0).textValue()).isEqualTo("XBB");
    }

    @Test
    void tellsAFactOnceWhateverTheNumberOfPartners() {
        String plan = agreedPlan(indicator(), "XBB", "XCC");

        List<JsonNode> events = Topic.about(plan, "plan.agreed");

        assertThat(events)
                .filteredOn(event -> event.path("type").textValue().contains("plan.agreed"))
                .singleElement()
                .matches(event -> !event.has("partner"));
        assertThat(events)
                .filteredOn(event -> event.path("type").textValue().contains("plan.consented"))
                .extracting(event -> event.path("partner").textValue())
                .containsExactly("XBB", "XCC");
    }

    @Test
    void isConsentedToOncePerParty() {
        String plan = proposedPlan(indicator(), "XBB", "XCC");
        officer("XBB").post("/crisis/plans/{id}/consents", plan).then().statusCode(200);

        Response again = officer("XBB").post("/crisis/plans/{id}/consents", plan);

        again.then().statusCode(409).body("detail", containsString("consented already"));
    }

    @Test
    void doesNotExistForAnotherNation() {
        String plan = agreedPlan(indicator(), "XBB");

        Response other = officer("XCC").get("/crisis/plans/{id}", plan);

        Response missing = officer("XCC").get("/crisis/plans/{id}", UUID.randomUUID());
        Response malformed = officer("XCC").get("/crisis/plans/{id}", "no-such-plan");
        Response consent = officer("XCC").post("/crisis/plans/{id}/consents", plan);
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.asByteArray())
                .isEqualTo(missing.asByteArray())
                .isEqualTo(malformed.asByteArray())
                .isEqualTo(consent.asByteArray());
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
    void isConsentedToByOfficersOfPartnersOnly() {
        String plan = proposedPlan(indicator(), "XBB");

        analyst("XBB").post("/crisis/plans/{id}/consents", plan).then().statusCode(403);
        authority().post("/crisis/plans/{id}/consents", plan).then().statusCode(403);
        with(home("xaa-liaison").roles("liaison-officer"))
                .post("/crisis/plans/{id}/consents", plan)
                .then()
                .statusCode(403);
        authority().get("/crisis/plans/{id}", plan).then().body("state", equalTo("proposed"));
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
