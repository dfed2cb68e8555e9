package org.entente.benchmarks.log;

import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes decisions where access-service would. */
final class Feed implements AutoCloseable {

    static final String TOPIC = "entente.access";

    private final Decisions decisions;
    private final Random keys = new Random(1);
    private final KafkaProducer<byte[], byte[]> producer;

    Feed(String bootstrapServers, long seed) {
        decisions = new Decisions(seed);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5, "batch.size", 1 << 18),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends so many; returns when the broker has them. */
    void send(int count) {
        for (int i = 0; i < count; i++) {
            byte[] key = new byte[16];
            keys.nextBytes(key);
            producer.send(new ProducerRecord<>(TOPIC, key, decisions.next()));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
