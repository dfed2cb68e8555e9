package org.entente.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.entente.embedded.testing.EmbeddedServers;

/** What the catalog told the other services. */
final class Events {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Events() {}

    /** The events of a type about a subject, as soon as there is one. */
    static List<JsonNode> await(String type, String subject) {
        return await(type, event -> event.path("subject").asText().equals(subject));
    }

    /** The events of a type with that text in their data, as soon as there is one. */
    static List<JsonNode> awaitData(String type, String member, String text) {
        return await(type, event -> event.path("data").path(member).asText().equals(text));
    }

    private static List<JsonNode> await(String type, Predicate<JsonNode> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.subscribe(List.of("entente.catalog"));
            List<JsonNode> found = new ArrayList<>();
            while (found.isEmpty() && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    JsonNode event = Bundles.read(message.value());
                    if (event.path("type").asText().equals(type) && wanted.test(event)) {
                        found.add(event);
                    }
                });
            }
            return found;
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", EmbeddedServers.kafkaBootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
