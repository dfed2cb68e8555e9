package org.entente.crisis.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.activation;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.analyst;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.proposedPlan;
import static org.entente.crisis.Crisis.signal;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.entente.crisis.Crisis;
import org.entente.crisis.Told;
import org.entente.crisis.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WithdrawalResourceTest {
    private static final Map<String, String> REASON = Map.of("reason", "Trust is lost");

    @Test
    void endsWhatIsInForce() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB", "XCC");
        String waiting = activate(plan).getString("id");
        signal(indicator, 100);
        String running = activate(plan).getString("id");

        Response answer = officer("XCC").body(REASON).post("/crisis/plans/{id}/withdrawal", plan);

        answer.then().statusCode(200).body("state", equalTo("withdrawn"));
        for (String activation : new String[] {waiting, running}) {
            authority()
                    .get("/crisis/activations/{id}", activation)
                    .then()
                    .body("state", equalTo("ended"))
                    .body("ended.by", equalTo("officer-XCC@XCC"));
            JsonNode ended = last(activation, "activation.ended");
            assertThat(ended.path("data").path("reason").textValue()).contains("Trust is lost");
        }
        assertThat(last(plan, "plan.withdrawn").path("data").path("party").textValue())
                .isEqualTo("XCC");
    }

    @Test
    void isForGood() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);

        authority()
                .body(REASON)
                .post("/crisis/plans/{id}/withdrawal", plan)
                .then()
                .statusCode(200);

        authority()
                .body(activation(plan, "PT1M"))
                .post("/crisis/activations")
                .then()
                .statusCode(409);
        authority()
                .body(Crisis.terms(indicator, "XBB"))
                .post("/crisis/plans/{id}/versions", plan)
                .then()
                .statusCode(409);
        officer("XBB")
                .body(REASON)
                .post("/crisis/plans/{id}/withdrawal", plan)
                .then()
                .statusCode(409);
    }

    @Test
    void atAccessServiceEndsWhatIsInForceHere() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String running = activate(plan).getString("id");

        Told.access("plan.consent-withdrawn", plan, """
            {"plan": "%s", "version": 1, "party": "XBB", "reason": "Trust is lost"}\
            """.formatted(plan));

        JsonNode ended = last(running, "activation.ended");
        assertThat(ended.path("data").path("endedBy").textValue()).isEqualTo("XBB");
        authority().get("/crisis/plans/{id}", plan).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void isUpToThePartiesOfficers() {
        String plan = proposedPlan(indicator(), "XBB");

        officer("XCC")
                .body(REASON)
                .post("/crisis/plans/{id}/withdrawal", plan)
                .then()
                .statusCode(404);
        analyst("XBB")
                .body(REASON)
                .post("/crisis/plans/{id}/withdrawal", plan)
                .then()
                .statusCode(403);
        officer("XBB")
                .body("{}")
                .post("/crisis/plans/{id}/withdrawal", plan)
                .then()
                .statusCode(400)
                .body("field", equalTo("/reason"));
        authority().get("/crisis/plans/{id}", plan).then().body("state", equalTo("proposed"));
    }

    private static JsonNode last(String subject, String type) {
        var events = Topic.about(subject, type);
        return events.get(events.size() - 1);
    }
}
