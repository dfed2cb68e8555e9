package org.entente.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.entente.embedded.testing.EmbeddedServers;

/** What the other services tell, as they would. */
public final class Told {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Told() {}

    /** @param type without the organisation, the service and the version */
    public static void access(String type, String subject, String data) {
        tell("access", type, subject, data);
    }

    public static void tell(String service, String type, String subject, String data) {
        String event = """
            {"specversion": "1.0", "id": "%s", "source": "/%s", "type": "org.entente.%2$s.%s.v1", "subject": "%s",
             "time": "%s", "exercise": false, "data": %s}\
            """.formatted(UUID.randomUUID(), service, type, subject, Instant.now(), data);
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedServers.kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("entente." + service, subject, event))
                    .get();
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    public static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
