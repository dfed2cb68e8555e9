package org.entente.access.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.terms;
import static org.entente.access.Access.view;
import static org.entente.access.Crises.eventually;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.access.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InformationPolicyEventsResourceTest {
    private static final AtomicInteger VERSIONS = new AtomicInteger(1);

    private final String category =
            "added-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "").concat("x");

    @Test
    void coversACategoryOnceItIsPublished() {
        String partner = registeredPartner();
        String terms = terms(partner).replace("\"shared-analysis\"", "\"" + category + "\"");
        asLiaison()
                .body(terms)
                .post("/access/agreements")
                .then()
                .statusCode(400)
                .body("field", equalTo("/categories/1"));
        published(category);

        Response proposed = asLiaison().body(terms).post("/access/agreements");

        proposed.then().statusCode(201);
    }

    @Test
    void decidesOnACategoryOnceItIsPublished() {
        String partner = registeredPartner();
        published(category);
        String agreement = asLiaison()
                .body(terms(partner)
                        .replace("\"shared-analysis\"", "\"" + category + "\"")
                        .replace("\"maxTier\": 2", "\"maxTier\": 3"))
                .post("/access/agreements")
                .path("id");
        asOfficerOf(partner).post("/access/agreements/" + agreement + "/consents");
        asLiaison()
                .body("""
                        {"agreement": "%s", "tier": 3, "categories": ["situational-awareness", "%s"],
                         "purposes": ["cyber-defence"], "until": "2098-01-01T00:00:00Z"}""".formatted(agreement, category))
                .post("/access/grants")
                .then()
                .statusCode(201);

        Response decision = asEnforcementPoint()
                .body(view(partner).replace("[\"shared-analysis\"]", "[\"" + category + "\"]"))
                .post("/access/v1/evaluation");

        decision.then().statusCode(200).body("context.view.portions", equalTo(List.of("p1", "p2")));
    }

    @Test
    void isAChangeOfPolicyWithAHistory() {
        long before = epoch();

        int version = published(category);

        assertThat(epoch()).isGreaterThan(before);
        assertThat(rows(
                        "select document from policy_history where kind = 'information_policy' and id = ?",
                        "[" + version + "]"))
                .singleElement()
                .asString()
                .contains(category);
    }

    @Test
    void parksWhatIsNoInformationPolicy() {
        String event = UUID.randomUUID().toString();

        Topics.send("entente.catalog", "information-policy", event(event, VERSIONS.incrementAndGet(), "Not A Name"));

        assertThat(Topics.received("entente.access.parked", event)).contains("Not A Name");
    }

    private static int published(String name) {
        int version = VERSIONS.incrementAndGet();
        Topics.send(
                "entente.catalog", "information-policy", event(UUID.randomUUID().toString(), version, name));
        eventually(() -> !rows("select version::text from information_policy where version = ?", (long) version)
                .isEmpty());
        return version;
    }

    private static String event(String id, int version, String name) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "/catalog", "exercise": false, "subject": "information-policy",
             "type": "org.entente.catalog.information-policy.published.v1", "time": "%s",
             "data": {"version": %d, "policy": {"categories": [
               {"name": "sensitive", "rules": ["Ask first."]}, {"name": "%s", "ownersRequired": true}]}}}""".formatted(id, Instant.now(), version, name);
    }

    private static long epoch() {
        return Long.parseLong(rows("select epoch::text from policy_epoch").get(0));
    }
}
