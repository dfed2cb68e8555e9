package org.entente.crisis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.entente.embedded.testing.EmbeddedServers;

/** What the service has told the others: the topic of its events, read from the beginning. */
public final class Topic {
    private static final String NAME = "entente.crisis";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Topic() {}

    /** Everything said about a subject, in order, once an event of the type is among it. */
    public static List<JsonNode> about(String subject, String type) {
        return read(subject, type);
    }

    /** Everything said about a subject before the event of another subject that was written after it. */
    public static List<JsonNode> aboutUntil(String subject, String laterSubject) {
        read(laterSubject, "");
        return all().getOrDefault(subject, List.of());
    }

    private static List<JsonNode> read(String subject, String type) {
        List<JsonNode> events = new ArrayList<>();
        Told.eventually(() -> {
            events.clear();
            events.addAll(all().getOrDefault(subject, List.of()));
            return events.stream()
                    .anyMatch(event -> event.path("type").textValue().contains(type));
        });
        return events;
    }

    private static Map<String, List<JsonNode>> all() {
        Map<String, List<JsonNode>> bySubject = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(configuration())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(NAME).stream().map(Topic::partition).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
                    bySubject
                            .computeIfAbsent(message.key(), ignored -> new ArrayList<>())
                            .add(event(message));
                }
            }
        }
        return bySubject;
    }

    private static TopicPartition partition(PartitionInfo partition) {
        return new TopicPartition(partition.topic(), partition.partition());
    }

    private static Map<String, Object> configuration() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, EmbeddedServers.kafkaBootstrapServers(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    }

    private static JsonNode event(ConsumerRecord<String, String> message) {
        try {
            return JSON.readTree(message.value());
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
