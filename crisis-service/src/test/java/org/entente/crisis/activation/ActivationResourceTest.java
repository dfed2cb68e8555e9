package org.entente.crisis.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activate;
import static org.entente.crisis.Crisis.activation;
import static org.entente.crisis.Crisis.agency;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.partner;
import static org.entente.crisis.Crisis.proposedPlan;
import static org.entente.crisis.Crisis.secondAuthority;
import static org.entente.crisis.Crisis.signal;
import static org.entente.crisis.Crisis.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.crisis.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivationResourceTest {

    @Test
    void isInForceAtOnceWhenTheSignalsCallForIt() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 70);

        Response answer = authority().body(activation(plan, "PT30M")).post("/crisis/activations");

        answer.then().statusCode(201).body("state", equalTo("active")).body("criterionMet", equalTo(true));
        Instant from = Instant.parse(answer.path("from"));
        assertThat(Instant.parse(answer.path("until"))).isEqualTo(from.plus(Duration.ofMinutes(30)));
    }

    @Test
    void tellsTheOthersWhenItStarts() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 90);
        String activation = activate(plan).getString("id");

        List<JsonNode> events = Topic.about(activation, "activation.started");

        assertThat(events)
                .extracting(event -> event.path("type").textValue())
                .containsExactly(
                        "org.entente.crisis.activation.requested.v1", "org.entente.crisis.activation.started.v1");
        JsonNode started = events.get(1).path("data");
        assertThat(started.path("plan").textValue()).isEqualTo(plan);
        assertThat(started.path("planVersion").intValue()).isEqualTo(1);
        assertThat(Instant.parse(started.path("until").textValue()))
                .isEqualTo(Instant.parse(started.path("from").textValue()).plus(Duration.ofMinutes(30)));
    }

    @Test
    void awaitsASecondPersonWhenTheSignalsDoNotCallForIt() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 69);

        Response answer = authority().body(activation(plan, "PT30M")).post("/crisis/activations");

        answer.then()
                .statusCode(201)
                .body("state", equalTo("awaiting-second-person"))
                .body("criterionMet", equalTo(false))
                .body("from", nullValue())
                .body("until", nullValue());
    }

    @Test
    void isConfirmedByASecondPerson() {
        String plan = agreedPlan(indicator(), "XBB");
        String activation = activate(plan).getString("id");

        Response answer = secondAuthority().post("/crisis/activations/{id}/confirmation", activation);

        answer.then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("requestedBy", equalTo("xaa-crisis@XAA"))
                .body("confirmedBy", equalTo("xaa-deputy@XAA"));
        assertThat(Topic.about(activation, "activation.started")).hasSize(2);
    }

    @Test
    void isNeverConfirmedByTheFirstPerson() {
        String plan = agreedPlan(indicator(), "XBB");
        String activation = activate(plan).getString("id");

        Response answer = authority().post("/crisis/activations/{id}/confirmation", activation);

        answer.then().statusCode(403).body("detail", containsString("second person"));
        authority().get("/crisis/activations/{id}", activation).then().body("state", equalTo("awaiting-second-person"));
    }

    @Test
    void isInForceOnceAtATime() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        String waiting = activate(plan).getString("id");
        signal(indicator, 100);
        activate(plan);

        Response another = secondAuthority().body(activation(plan, "PT1M")).post("/crisis/activations");

        another.then().statusCode(409).body("field", equalTo("/plan"));
        secondAuthority()
                .post("/crisis/activations/{id}/confirmation", waiting)
                .then()
                .statusCode(409);
    }

    @Test
    void neverLastsLongerThanThePlanAllows() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);

        Response answer = authority().body(activation(plan, "PT1H1S")).post("/crisis/activations");

        answer.then().statusCode(422).body("field", equalTo("/duration"));
    }

    @Test
    void needsAnAgreedPlan() {
        String indicator = indicator();
        String plan = proposedPlan(indicator, "XBB");
        signal(indicator, 100);

        Response answer = authority().body(activation(plan, "PT1M")).post("/crisis/activations");

        answer.then().statusCode(409).body("field", equalTo("/plan")).body("detail", containsString("proposed"));
    }

    @Test
    void isEndedByHand() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        String activation = activate(plan).getString("id");

        Response answer = secondAuthority()
                .body(Map.of("reason", "False alarm"))
                .post("/crisis/activations/{id}/end", activation);

        answer.then().statusCode(200).body("state", equalTo("ended")).body("ended.by", equalTo("xaa-deputy@XAA"));
        JsonNode ended = Topic.about(activation, "activation.ended").get(2).path("data");
        assertThat(ended.path("endedBy").textValue()).isEqualTo("xaa-deputy@XAA");
        assertThat(ended.path("reason").textValue()).isEqualTo("False alarm");
        authority()
                .body(Map.of("reason", "Again"))
                .post("/crisis/activations/{id}/end", activation)
                .then()
                .statusCode(409);
        assertThat(activate(plan).getString("state")).isEqualTo("active");
    }

    @Test
    void isSeenByThePartiesOnly() {
        String activation = activate(agreedPlan(indicator(), "XBB")).getString("id");

        Response other = officer("XCC").get("/crisis/activations/{id}", activation);

        Response missing = officer("XCC").get("/crisis/activations/{id}", UUID.randomUUID());
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.asByteArray()).isEqualTo(missing.asByteArray());
        officer("XBB").get("/crisis/activations/{id}", activation).then().statusCode(200);
    }

    @Test
    void isInTheHandsOfTheHomeAuthorityOnly() {
        String plan = agreedPlan(indicator(), "XBB");
        String waiting = activate(plan).getString("id");
        Map<String, Object> request = activation(plan, "PT1M");

        agency().body(request).post("/crisis/activations").then().statusCode(403);
        officer("XBB").body(request).post("/crisis/activations").then().statusCode(403);
        with(partner("authority", "XBB").roles("crisis-authority"))
                .post("/crisis/activations/{id}/confirmation", waiting)
                .then()
                .statusCode(403);
        officer("XBB")
                .body(Map.of("reason", "No"))
                .post("/crisis/activations/{id}/end", waiting)
                .then()
                .statusCode(403);
    }

    @Test
    void isRequestedOncePerIdempotencyKey() {
        Map<String, Object> request = activation(agreedPlan(indicator(), "XBB"), "PT1M");
        String key = UUID.randomUUID().toString();
        Response first =
                authority().header("Idempotency-Key", key).body(request).post("/crisis/activations");

        Response second =
                authority().header("Idempotency-Key", key).body(request).post("/crisis/activations");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        request.put("duration", "PT2M");
        authority()
                .header("Idempotency-Key", key)
                .body(request)
                .post("/crisis/activations")
                .then()
                .statusCode(422);
    }
}
