package org.entente.crisis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.agency;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.home;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.partner;
import static org.entente.crisis.Crisis.signal;
import static org.entente.crisis.Crisis.with;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.crisis.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SignalResourceTest {

    @Test
    void isKeptAsReported() {
        Map<String, Object> report = Map.of("indicator", indicator(), "value", 80, "source", "grid sensors");

        Response answer = agency().body(report).post("/crisis/signals");

        answer.then().statusCode(201).body("reportedBy", equalTo("agency-app@XAA"));
        authority()
                .get(URI.create(answer.header("Location")).getPath())
                .then()
                .statusCode(200)
                .body("value", equalTo(80))
                .body("source", equalTo("grid sensors"));
    }

    @Test
    void isTold() {
        String indicator = indicator();
        signal(indicator, 80);

        List<JsonNode> events = Topic.about(indicator, "signal.reported");

        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("data").path("value").intValue()).isEqualTo(80);
        assertThat(events.get(0).path("actor").textValue()).isEqualTo("agency-app@XAA");
    }

    @Test
    void isReportedByTheHomeSideOnly() {
        Map<String, Object> report = Map.of("indicator", indicator(), "value", 80, "source", "grid sensors");

        officer("XBB").body(report).post("/crisis/signals").then().statusCode(403);
        with(partner("feed", "XBB").roles("originator"))
                .body(report)
                .post("/crisis/signals")
                .then()
                .statusCode(403);
        with(home("xaa-auditor").roles("auditor"))
                .body(report)
                .post("/crisis/signals")
                .then()
                .statusCode(403);
    }

    @Test
    void isReportedOncePerIdempotencyKey() {
        String indicator = indicator();
        String key = UUID.randomUUID().toString();
        Map<String, Object> report = Map.of("indicator", indicator, "value", 80, "source", "grid sensors");
        Response first = agency().header("Idempotency-Key", key).body(report).post("/crisis/signals");

        Response second = agency().header("Idempotency-Key", key).body(report).post("/crisis/signals");

        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                              | /indicator
            {"indicator": "Grid", "value": 1, "source": "s"}                | /indicator
            {"indicator": "grid", "source": "s"}                            | /value
            {"indicator": "grid", "value": 101, "source": "s"}              | /value
            {"indicator": "grid", "value": -1, "source": "s"}               | /value
            {"indicator": "grid", "value": "1", "source": "s"}              | /value
            {"indicator": "grid", "value": 99999999999, "source": "s"}      | /value
            {"indicator": "grid", "value": 1}                               | /source
            {"indicator": "grid", "value": 1, "source": ""}                 | /source
            {"indicator": "grid", "value": 1, "source": "s", "at": "today"} | /at
            """)
    void namesTheFieldAtFault(String report, String pointer) {
        agency().body(report)
                .when()
                .post("/crisis/signals")
                .then()
                .statusCode(400)
                .body("field", equalTo(pointer));
    }
}
