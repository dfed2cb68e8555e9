package org.entente.audit.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordsResourceTest extends ServiceTest {

    @Test
    void whatIsPublishedByAnyServiceIsRecordedAsItWasAndOnce() throws Exception {
        Event registered =
                Event.of(EventTypes.ASSET_REGISTERED, unique(), null, "xaa-originator@XAA", json.createObjectNode());
        Event decided = decision("XBB");
        Event started = Event.of(EventTypes.ACTIVATION_STARTED, unique(), "XBB", null, json.createObjectNode())
                .inExercise();

        publish(decided, decided);
        record(registered, decided, started);

        for (Event event : List.of(registered, decided, started)) {
            JsonNode records = json.readTree(auditor()
                            .queryParam("subject", event.subject())
                            .get("/audit/records")
                            .asString())
                    .path("records");
            assertThat(records).hasSize(1);
            assertThat(json.treeToValue(records.at("/0/event"), Event.class)).isEqualTo(event);
        }
    }

    @Test
    void theEventsOfOneSubjectKeepTheirOrder() throws Exception {
        String subject = unique();
        byte[][] payloads = IntStream.range(0, 300)
                .mapToObj(number -> bytes(Event.of(
                        EventTypes.PLAN_CONSENTED,
                        subject,
                        "XBB",
                        null,
                        json.createObjectNode().put("number", number))))
                .toArray(byte[][]::new);

        publish("entente.crisis", subject, payloads);

        assertThat(numbersOf(subject, 300))
                .containsExactlyElementsOf(IntStream.range(0, 300).boxed().toList());
    }

    @Test
    void poisonIsParkedWithItsCauseAndHoldsNothingUp() throws Exception {
        Event before = decision("XBB");
        Event after = decision("XBB");
        String key = unique();
        byte[] poison = ("{\"poison\": \"" + key + "\"}").getBytes(StandardCharsets.UTF_8);

        publish("entente.access", key, bytes(before), poison, bytes(after));

        awaitRecords(before.subject(), 1);
        awaitRecords(after.subject(), 1);
        ConsumerRecord<String, byte[]> parked = parked(key);
        assertThat(parked.value()).isEqualTo(poison);
        assertThat(new String(parked.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .isEqualTo("this is not a CloudEvent 1.0");
    }

    @Test
    void everyRecordIsOnExactlyOnePage() throws Exception {
        String subject = unique();
        byte[][] payloads = IntStream.range(0, 25)
                .mapToObj(number -> bytes(Event.of(
                        EventTypes.GRANT_ISSUED,
                        subject,
                        "XBB",
                        null,
                        json.createObjectNode().put("number", number))))
                .toArray(byte[][]::new);
        publish("entente.access", subject, payloads);
        numbersOf(subject, 25);

        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request =
                    auditor().queryParam("subject", subject).queryParam("limit", 5);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/audit/records")
                    .jsonPath();
            assertThat(page.getList("records")).hasSize(5);
            seen.addAll(page.getList("records.event.data.number", Integer.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    }

    @Test
    void aPartnerReadsItsOwnRecordsAndNoOthersWhateverItAsksFor() throws Exception {
        Event own = decision("XBB");
        Event others = decision("XCC");
        Event nobodys = Event.of(EventTypes.ASSET_REGISTERED, unique(), null, null, json.createObjectNode());
        record(own, others, nobodys);

        assertThat(recordsOf(partner("XBB"), own.subject()).getList("records")).hasSize(1);
        for (Event hidden : List.of(others, nobodys)) {
            assertThat(recordsOf(partner("XBB"), hidden.subject()).getList("records"))
                    .isEmpty();
        }
        partner("XBB")
                .queryParam("partner", "XCC")
                .get("/audit/records")
                .then()
                .body("records", empty())
                .body("next", nullValue());
        List<String> partners = partner("XBB")
                .queryParam("limit", 1000)
                .get("/audit/records")
                .jsonPath()
                .getList("records.event.partner");
        assertThat(partners).isNotEmpty().containsOnly("XBB");
    }

    @Test
    void filtersNarrowWhatAnAuditorSees() throws Exception {
        Event decided = decision("XBB");
        record(decided);

        auditor()
                .queryParam("partner", "XBB")
                .queryParam("type", EventTypes.DECISION_MADE)
                .queryParam("subject", decided.subject())
                .get("/audit/records")
                .then()
                .body("records.event.id", hasItem(decided.id().toString()));
        auditor()
                .queryParam("partner", "XCC")
                .queryParam("subject", decided.subject())
                .get("/audit/records")
                .then()
                .body("records", empty());
        auditor()
                .queryParam("type", EventTypes.GRANT_ISSUED)
                .queryParam("subject", decided.subject())
                .get("/audit/records")
                .then()
                .body("records", empty());
    }

    @Test
    void anyOtherRoleSeesNothing() throws Exception {
        Event decided = decision("XBB");
        record(decided);

        as(home("originator")).get("/audit/records").then().statusCode(200).body("records", empty());
        as(home("partner-analyst")).get("/audit/records").then().statusCode(200).body("records", empty());
    }

    @Test
    void aPartnersAuditorIsNoAuditorOfOurs() throws Exception {
        Event others = decision("XCC");
        record(others);

        assertThat(recordsOf(as(home("auditor").partner("XBB")), others.subject())
                        .getList("records"))
                .isEmpty();
    }

    @Test
    void whoIsNotLoggedInOrHasATokenForAnotherServiceIsRefused() {
        given().get("/audit/records").then().statusCode(401);
        as(TestTokens.token("xaa-auditor").roles("auditor").audience("catalog-service"))
                .get("/audit/records")
                .then()
                .statusCode(401);
        as(home("auditor").expired(Duration.ofMinutes(5)))
                .get("/audit/records")
                .then()
                .statusCode(401);
        as(home("auditor").issuer("https://elsewhere.example"))
                .get("/audit/records")
                .then()
                .statusCode(401);
    }

    @Test
    void aParameterWithoutMeaningIsNamed() {
        Map.of("limit", "0", "cursor", "x", "subject", "x".repeat(256)).forEach((name, value) -> auditor()
                .queryParam(name, value)
                .get("/audit/records")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(name)));
    }

    private static List<Integer> numbersOf(String subject, int count) throws InterruptedException {
        return awaitRecords(subject, count).getList("records.event.data.number", Integer.class);
    }

    private static ConsumerRecord<String, byte[]> parked(String key) {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers",
                EmbeddedServers.kafkaBootstrapServers(),
                "group.id",
                key,
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("entente.audit.parked"));
            Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
            while (Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(record.key())) {
                        return record;
                    }
                }
            }
            throw new AssertionError("not parked in time");
        }
    }

    private byte[] bytes(Event event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
