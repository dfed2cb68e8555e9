package org.entente.audit.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;

/** From events in Kafka to an anomaly, its case, and back to what is usual. */
@QuarkusTest
class MonitorResourceTest extends ServiceTest {

    private static final int DAYS = 6;
    private static final int DENIALS = 30;

    @Test
    void anAttackOpensACaseOnceAndIsNothingTheSuspectMayKnow() throws Exception {
        String partner = "QMB";
        publishAll(attack(partner, UUID.randomUUID().toString()));

        JsonPath anomaly = awaitAnomaly(partner);

        String investigation = anomaly.getString("anomalies[0].investigation");
        assertThat(anomaly.getList("anomalies.kind")).contains("probing");
        auditor()
                .get("/audit/investigations/" + investigation)
                .then()
                .statusCode(200)
                .body("line.state", equalTo("opened"))
                .body("evidence", greaterThan(5));
        awaitRecords(anomaly.getString("anomalies[0].id"), 1);
        assertThat(recordsOf(partner(partner), anomaly.getString("anomalies[0].id"))
                        .getList("records"))
                .isEmpty();
        assertThat(recordsOf(partner(partner), investigation).getList("records"))
                .isEmpty();
        partner(partner).get("/audit/anomalies").then().statusCode(404);
        partner(partner).get("/audit/investigations/" + investigation).then().statusCode(404);
        partner(partner).get("/audit/investigations").then().statusCode(404);
    }

    @Test
    void aFalseAlarmIsDismissedByTwoAndTeaches() throws Exception {
        String partner = "QMC";
        String person = UUID.randomUUID().toString();
        publishAll(attack(partner, person));
        JsonPath anomaly = awaitAnomaly(partner);
        List<String> ids = anomaly.getList("anomalies.investigation", String.class);

        for (String id : ids.stream().distinct().toList()) {
            dismiss(id);
        }

        for (String id : anomaly.getList("anomalies.id", String.class)) {
            JsonPath records = awaitRecords(id, 2);
            assertThat(records.getList("records.event.type"))
                    .containsExactlyInAnyOrder(EventTypes.ANOMALY_DETECTED, EventTypes.ANOMALY_DISMISSED);
            assertThat(records.getList("records.event.data.persons").get(1))
                    .asList()
                    .hasSize(2);
            // What access-service reads.
            assertThat(records.<String, Object>getMap("records[0].event.data"))
                    .containsEntry("anomaly", id)
                    .containsEntry("partner", partner)
                    .containsEntry("advice", "watch")
                    .containsKey("kind");
            assertThat(records.<String, Object>getMap("records[1].event.data"))
                    .containsEntry("anomaly", id)
                    .containsEntry("partner", partner)
                    .containsEntry("reason", "A change of work.");
        }
    }

    @Test
    void exercisesAreWatchedApart() throws Exception {
        String partner = "QMD";
        List<Event> exercise = attack(partner, UUID.randomUUID().toString()).stream()
                .map(Event::inExercise)
                .toList();
        publishAll(exercise);

        JsonPath anomaly = awaitAnomaly(partner);

        assertThat(anomaly.getList("anomalies.exercise", Boolean.class)).containsOnly(true);
        JsonPath records = awaitRecords(anomaly.getString("anomalies[0].id"), 1);
        assertThat(records.getBoolean("records[0].event.exercise")).isTrue();
    }

    @Test
    void onlyAuditorsReadAnomalies() {
        as(home("liaison-officer")).get("/audit/anomalies").then().statusCode(403);
        auditor().queryParam("kind", "bad-hair").get("/audit/anomalies").then().statusCode(400);
        auditor().queryParam("cursor", "x").get("/audit/anomalies").then().statusCode(400);
    }

    private void dismiss(String id) {
        RequestSpecification first = as(home("auditor"));
        String tag = first.get("/audit/investigations/" + id).header("ETag");
        Response proposed = auditor()
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"reason\": \"A change of work.\"}")
                .post("/audit/investigations/" + id + "/dismissal");
        assertThat(proposed.statusCode()).isEqualTo(200);
        auditor()
                .header("If-Match", proposed.header("ETag"))
                .contentType("application/json")
                .post("/audit/investigations/" + id + "/dismissal/confirmation")
                .then()
                .statusCode(403);
        as(TestTokens.token("xaa-second").roles("auditor").audience("audit-service"))
                .header("If-Match", proposed.header("ETag"))
                .contentType("application/json")
                .post("/audit/investigations/" + id + "/dismissal/confirmation")
                .then()
                .statusCode(200)
                .body("line.state", equalTo("dismissed"));
    }

    /** Six days of usual work, and then one door after the other. */
    private List<Event> attack(String partner, String person) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        List<Event> events = new ArrayList<>();
        for (int day = DAYS; day > 0; day--) {
            for (int hour = 0; hour < 6; hour++) {
                Instant begins = now.minus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
                for (int number = 0; number < 5; number++) {
                    events.add(decision(partner, person, begins.plusSeconds(60L * number), true));
                }
            }
        }
        for (int number = 0; number < DENIALS; number++) {
            events.add(decision(partner, person, now.plusSeconds(number), false));
        }
        return events;
    }

    private Event decision(String partner, String person, Instant at, boolean permitted) {
        ObjectNode data = json.createObjectNode()
                .put("person", person)
                .put("partner", partner)
                .put("action", "view")
                .put("resource", UUID.randomUUID().toString())
                .put("decision", permitted);
        return new Event(
                UUID.randomUUID(),
                "/access",
                EventTypes.DECISION_MADE,
                UUID.randomUUID().toString(),
                at,
                permitted ? partner : null,
                null,
                false,
                data);
    }

    private void publishAll(List<Event> events) throws Exception {
        byte[][] payloads = events.stream().map(this::bytes).toArray(byte[][]::new);
        // Twice: what arrives again changes nothing.
        publish("entente.access", events.get(0).subject(), payloads);
        publish("entente.access", events.get(0).subject(), payloads);
        awaitRecords(events.get(events.size() - 1).subject(), 1);
        // All that there is to notice has been noticed: no case changes any more under the hands of a test.
        awaitFollowed();
    }

    private byte[] bytes(Event event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonPath awaitAnomaly(String partner) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        while (Instant.now().isBefore(deadline)) {
            JsonPath page = auditor()
                    .queryParam("partner", partner)
                    .get("/audit/anomalies")
                    .jsonPath();
            if (!page.getList("anomalies").isEmpty()) {
                assertThat(page.getList("anomalies.kind")).doesNotHaveDuplicates();
                return page;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not noticed in time");
    }
}
