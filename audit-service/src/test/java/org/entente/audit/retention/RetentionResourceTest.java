package org.entente.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.tlog.LogProof;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionResourceTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Eraser eraser;

    @AfterEach
    void quiet() throws Exception {
        awaitQuiet();
    }

    @Test
    void whatIsOrderedByTwoIsErasedAndEveryProofHolds() throws Exception {
        Event decision = decision("XBB");
        Event other = decision("XBB");
        record(decision, other);
        String order = order(decision.subject());

        approve(administrator(), order).statusCode(200).body("state", equalTo("in-force"));
        erase();

        JsonPath gone = partner("XBB")
                .get("/audit/receipts/" + decision.id())
                .then()
                .statusCode(410)
                .extract()
                .jsonPath();
        assertThat(LogProof.parse(gone.getString("proof"))
                        .verify(gone.getString("entry").getBytes(), key()))
                .isEqualTo(Verdict.verified());
        auditor()
                .queryParam("subject", decision.subject())
                .get("/audit/records")
                .then()
                .body("records[0].event", nullValue())
                .body("records[0].erased", notNullValue());
        partner("XBB").get("/audit/receipts/" + other.id()).then().statusCode(200);
        partner("XCC").get("/audit/receipts/" + decision.id()).then().statusCode(404);
        SignedCheckpoint signed = checkpoint();
        assertThat(audit(signed.checkpoint().size()).verify(signed.checkpoint()))
                .isEqualTo(Verdict.verified());
        assertThat(awaitRecords(order, 3).getList("records.event.type", String.class))
                .contains(EventTypes.CONTENT_ERASED, EventTypes.RETENTION_CHANGED);
    }

    @Test
    void aHoldStopsErasureAtOnceAndUntilTwoHaveLiftedIt() throws Exception {
        Event decision = decision("XBB");
        record(decision);
        String hold =
                post(auditor(), "holds", "{\"subject\": \"%s\", \"basis\": \"Case 17\"}".formatted(decision.subject()));
        String order = order(decision.subject());

        approve(administrator(), order).statusCode(200);
        erase();
        assertThat(isThere(decision)).isTrue();

        approve(administrator(), hold).statusCode(200);
        move(auditor(), hold, "end").statusCode(200).body("state", equalTo("ending"));
        move(auditor(), hold, "confirmation").statusCode(403);
        erase();
        assertThat(isThere(decision)).isTrue();

        move(administrator(), hold, "confirmation").statusCode(200).body("state", equalTo("ended"));
        erase();
        assertThat(isThere(decision)).isFalse();
    }

    @Test
    void aScheduleErasesWhatIsOlderAndNothingElse() throws Exception {
        String type = "org.entente.access.test-" + UUID.randomUUID() + ".v1";
        Event old = Event.of(type, UUID.randomUUID().toString(), "XBB", null, json.createObjectNode());
        Event young = Event.of(type, UUID.randomUUID().toString(), "XBB", null, json.createObjectNode());
        record(old, young);
        age(old, "2 years");
        String schedule = post(
                administrator(),
                "schedules",
                "{\"type\": \"%s\", \"keep\": \"P1Y\", \"basis\": \"Act\"}".formatted(type));

        erase();
        assertThat(isThere(old)).isTrue();
        approve(auditor(), schedule).statusCode(200);
        erase();

        assertThat(isThere(old)).isFalse();
        assertThat(isThere(young)).isTrue();
    }

    @Test
    void ofTwoApprovalsAtOnceOneWins() throws Exception {
        String order = order(UUID.randomUUID().toString());

        List<Integer> statuses = Stream.of("xaa-policy-1", "xaa-policy-2")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> approve(administrator(), order).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses.get(0)).isEqualTo(200);
        assertThat(statuses.get(1)).isIn(409, 412);
        approve(administrator(), order).statusCode(409);
        request(administrator())
                .header("If-Match", "\"1\"")
                .post("/audit/retention/rulings/" + order + "/end")
                .then()
                .statusCode(412)
                .body("state", equalTo("in-force"));
    }

    @Test
    void whoDoesNotRuleIsRefused() {
        for (RequestSpecification caller : List.of(partner("XBB"), as(home("originator")), as(home("operator")))) {
            request(caller)
                    .body("{\"subject\": \"a\", \"basis\": \"b\"}")
                    .post("/audit/retention/orders")
                    .then()
                    .statusCode(403);
            caller.get("/audit/retention/rulings").then().statusCode(403);
        }
        approve(auditor(), UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void whatMakesNoSenseIsRefusedByField() {
        bad("orders", "{\"basis\": \"b\", \"type\": \"t\"}", "/subject");
        bad("orders", "{\"subject\": \"s\"}", "/basis");
        bad("holds", "{\"basis\": \"b\"}", "/subject");
        bad("holds", "{\"basis\": \"b\", \"partner\": \"XBB\", \"keep\": \"P1Y\"}", "/keep");
        bad("schedules", "{\"basis\": \"b\", \"type\": \"t\", \"keep\": \"1 year\"}", "/keep");
        bad("schedules", "{\"basis\": \"b\", \"type\": \"t\", \"keep\": \"P0D\"}", "/keep");
        bad("schedules", "{\"basis\": \"b\", \"type\": \"t\", \"keep\": \"P101Y\"}", "/keep");
        bad("schedules", "{\"basis\": \"b\", \"keep\": \"P1Y\"}", "/type");
        bad("schedules", "{\"basis\": \"b\", \"type\": \"t\", \"keep\": \"P1Y\", \"partner\": \"XBB\"}", "/partner");
    }

    @Test
    void theSameKeyGivesTheSameRuling() {
        String body = "{\"subject\": \"s\", \"basis\": \"b\"}";
        String key = UUID.randomUUID().toString();

        String first = request(auditor())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/audit/retention/orders")
                .jsonPath()
                .getString("id");
        String again = request(auditor())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/audit/retention/orders")
                .jsonPath()
                .getString("id");

        assertThat(again).isEqualTo(first);
        request(auditor())
                .header("Idempotency-Key", key)
                .body("{\"subject\": \"t\", \"basis\": \"b\"}")
                .post("/audit/retention/orders")
                .then()
                .statusCode(422);
    }

    private static void bad(String what, String body, String field) {
        request(auditor())
                .body(body)
                .post("/audit/retention/" + what)
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }

    private static String order(String subject) {
        return post(auditor(), "orders", "{\"subject\": \"%s\", \"basis\": \"Order of a court\"}".formatted(subject));
    }

    private static String post(RequestSpecification caller, String what, String body) {
        return request(caller)
                .body(body)
                .post("/audit/retention/" + what)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static ValidatableResponse approve(RequestSpecification caller, String id) {
        return move(caller, id, "approval");
    }

    private static ValidatableResponse move(RequestSpecification caller, String id, String move) {
        return request(caller)
                .post("/audit/retention/rulings/" + id + "/" + move)
                .then();
    }

    private static RequestSpecification request(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON);
    }

    private static RequestSpecification administrator() {
        return as(home("policy-administrator"));
    }

    private void erase() {
        eraser.erase().await().atMost(PATIENCE);
    }

    private static boolean isThere(Event event) {
        return partner("XBB").get("/audit/receipts/" + event.id()).statusCode() == 200;
    }

    private static void age(Event event, String interval) throws Exception {
        try (Connection connection = EmbeddedServers.superuser("audit");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update log_entry set recorded = now() - interval '" + interval
                    + "' where event_id = '" + event.id() + "'");
        }
    }
}
