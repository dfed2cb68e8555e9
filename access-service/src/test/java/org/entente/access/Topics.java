package org.entente.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.entente.embedded.testing.EmbeddedServers;

/** Events to and from the service. */
public final class Topics {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Topics() {}

    public static void send(String topic, String key, String event) {
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedServers.kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, event)).get();
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** The first event of a topic, from its beginning on, that holds the texts. */
    public static String received(String topic, String... texts) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", EmbeddedServers.kafkaBootstrapServers());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Pattern.compile(Pattern.quote(topic)));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
                    if (Stream.of(texts).allMatch(event.value()::contains)) {
                        return event.value();
                    }
                }
            }
        }
        throw new AssertionError("Nothing with " + List.of(texts) + " arrived in " + topic + ".");
    }
}
