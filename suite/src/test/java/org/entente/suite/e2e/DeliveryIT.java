package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Patience;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class DeliveryIT {

    private static final String TOPIC = "entente.access";

    private final PackagedSuite suite;

    DeliveryIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void anEventThatIsDeliveredTwiceIsRecordedOnce() throws Exception {
        try (Acts acts = suite.acts()) {
            // given
            acts.registerPartner("XBB", "Republic of XBB");
            String agreement = acts.propose(Situation.terms(Instant.now().plus(Duration.ofHours(1))));
            Patience.until(() -> acts.records("subject=" + agreement), records -> records.size() == 1);
            List<ConsumerRecord<String, String>> delivered = delivered(agreement);

            // when
            deliverAgain(delivered);

            // then: what comes later in the same partition was recorded, and only that
            acts.consent("xbb-officer", agreement);
            List<JsonNode> records = Patience.until(() -> acts.records("subject=" + agreement), found -> found.stream()
                    .anyMatch(event -> typeOf(event).contains("in-force")));
            assertThat(delivered).hasSize(1);
            assertThat(records)
                    .extracting(DeliveryIT::typeOf)
                    .containsExactly(
                            "org.entente.access.agreement.proposed.v1",
                            "org.entente.access.agreement.consented.v1",
                            "org.entente.access.agreement.in-force.v1");
        }
    }

    private static String typeOf(JsonNode event) {
        return event.path("type").asText();
    }

    /** All that the topic holds of a subject. */
    private List<ConsumerRecord<String, String>> delivered(String subject) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(broker(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    if (subject.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private void deliverAgain(List<ConsumerRecord<String, String>> records) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker(), new StringSerializer(), new StringSerializer())) {
            for (ConsumerRecord<String, String> record : records) {
                producer.send(new ProducerRecord<>(
                                TOPIC, record.partition(), record.key(), record.value(), record.headers()))
                        .get();
            }
        }
    }

    private Properties broker() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "127.0.0.1:" + suite.ports().of(Part.KAFKA));
        properties.put("client.id", "e2e-" + UUID.randomUUID());
        return properties;
    }
}
