package org.entente.crisis.connector;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.signal;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.entente.crisis.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectorResourceTest {

    @Test
    void whatAnAllySeesIsASignalOnce() {
        Told.eventually(() -> authority().get("/crisis/indicators/ally-grid").statusCode() == 200);

        // The collection is read again and again, from where it was read to.
        Told.eventually(() ->
                Allies.REQUESTS.stream().anyMatch(request -> request.contains("added_after=2026-01-02T00:00:00.000Z")));

        authority()
                .get("/crisis/indicators/ally-grid")
                .then()
                .body("because", hasSize(1))
                .body("because[0].source", equalTo("taxii ally"));
        assertThat(Allies.REQUESTS.get(0))
                .contains("limit=500", "application/taxii+json;version=2.1", "Bearer a-token");
    }

    @Test
    void aSignedCallIsASignalOnce() {
        String body = """
            {"indicator": "hooked-grid", "value": 60, "source": "whoever", "confidence": 50}\
            """;

        Response answer = call("sensors", Instant.now(), body, Allies.SECRET);

        answer.then().statusCode(202);
        Told.eventually(() -> authority().get("/crisis/indicators/hooked-grid").statusCode() == 200);
        authority().get("/crisis/indicators/hooked-grid").then().body("because[0].source", equalTo("webhook sensors"));
    }

    @Test
    void aCallThatIsNotSignedNowByACallerIsRefused() {
        String body = """
            {"indicator": "hooked-grid", "value": 60, "source": "whoever"}\
            """;

        Response wrong = call("sensors", Instant.now(), body, "another secret that is long enough");

        wrong.then().statusCode(401);
        Response unknown = call("nobody", Instant.now(), body, Allies.SECRET);
        assertThat(unknown.asByteArray()).isEqualTo(wrong.asByteArray());
        call("sensors", Instant.now().minusSeconds(400), body, Allies.SECRET)
                .then()
                .statusCode(401);
        call("sensors", Instant.now(), body.replace("hooked-grid", "other"), Allies.SECRET)
                .then()
                .statusCode(422)
                .body("field", equalTo("/indicator"));
        call("sensors", Instant.now(), "{\"indicator\": \"hooked-grid\"}", Allies.SECRET)
                .then()
                .statusCode(400)
                .body("field", equalTo("/value"));
    }

    @Test
    void whatOtherServicesTellIsASignal() {
        String anomaly = UUID.randomUUID().toString();

        Told.tell("audit", "anomaly.detected", anomaly, """
            {"anomaly": "%s", "partner": "XQQ", "kind": "volume", "score": 0.8, "advice": "watch"}\
            """.formatted(anomaly));

        Told.eventually(() ->
                authority().get("/crisis/indicators/partner-anomaly").asString().contains("event /audit"));
    }

    @Test
    void indicatorsAreListedWithWhatTheyAmountTo() {
        String indicator = indicator();
        signal(indicator, 70);

        Response series = authority().get("/crisis/indicators/{name}?within=PT1H", indicator);

        series.then().statusCode(200).body("points", hasSize(60)).body("because[0].value", equalTo(70));
        assertThat(series.jsonPath().getDouble("points[59].level")).isCloseTo(70.0, within(0.001));
        authority()
                .get("/crisis/indicators/{name}?within=soon", indicator)
                .then()
                .statusCode(400)
                .body("field", equalTo("within"));
        authority().get("/crisis/indicators?limit=0").then().statusCode(400);
        authority().get("/crisis/indicators/{name}", indicator()).then().statusCode(404);
    }

    private static Response call(String caller, Instant at, String body, String secret) {
        String timestamp = Long.toString(at.getEpochSecond());
        return given().contentType("application/json")
                .header("Entente-Timestamp", timestamp)
                .header(
                        "Entente-Signature",
                        WebhookSignature.of(
                                secret.getBytes(StandardCharsets.UTF_8),
                                timestamp,
                                body.getBytes(StandardCharsets.UTF_8)))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/crisis/webhooks/{caller}", caller);
    }
}
