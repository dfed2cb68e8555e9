package org.entente.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IngestionResourceTest extends ServiceTest {

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
