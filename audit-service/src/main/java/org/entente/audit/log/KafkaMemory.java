package org.entente.audit.log;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.entente.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** Remembers the newest checkpoint in a compacted topic under the log's name; it is needed, since without Kafka there is nothing to append. */
@ApplicationScoped
class KafkaMemory implements Memory {

    // Replicas may overtake each other by a few.
    private static final long TAIL = 100;

    private final Map<String, Object> broker;
    private final LogConfig.Anchor config;
    private final String origin;
    private final TopicPartition partition;
    private @Nullable KafkaProducer<String, String> producer;

    KafkaMemory(@Identifier("default-kafka-broker") Map<String, Object> broker, LogConfig config, LogKeys keys) {
        this.broker = broker;
        this.config = config.anchor();
        this.origin = keys.origin();
        this.partition = new TopicPartition(config.anchor().topic(), 0);
    }

    @Override
    public String name() {
        return "the Kafka topic " + partition.topic();
    }

    @Override
    public boolean isNeeded() {
        return true;
    }

    @Override
    public Uni<List<SignedCheckpoint>> recall() {
        return Uni.createFrom().item(this::read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public Uni<Void> keep(SignedCheckpoint checkpoint) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> producer()
                        .send(
                                new ProducerRecord<>(partition.topic(), 0, origin, checkpoint.toString()),
                                (metadata, failure) -> {
                                    if (failure == null) {
                                        emitter.complete(null);
                                    } else {
                                        emitter.fail(failure);
                                    }
                                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** The newest is at the end; however long the topic has become between two compactions, no more is read unless others write there, too. */
    private List<SignedCheckpoint> read() {
        makeTopic();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(Map.of()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            long begin = consumer.beginningOffsets(List.of(partition), config.patience())
                    .getOrDefault(partition, 0L);
            long end =
                    consumer.endOffsets(List.of(partition), config.patience()).getOrDefault(partition, 0L);
            List<SignedCheckpoint> newest = read(consumer, Math.max(begin, end - TAIL), end);
            return newest.isEmpty() ? read(consumer, begin, end) : newest;
        }
    }

    private List<SignedCheckpoint> read(KafkaConsumer<String, String> consumer, long from, long end) {
        List<SignedCheckpoint> remembered = new ArrayList<>();
        consumer.seek(partition, from);
        Instant deadline = Instant.now().plus(config.patience());
        while (consumer.position(partition, config.patience()) < end) {
            if (Instant.now().isAfter(deadline)) {
                throw new KafkaException("the topic could not be read to its end in time");
            }
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                if (origin.equals(record.key()) && record.value() != null) {
                    remembered.add(SignedCheckpoint.parse(record.value()));
                }
            }
        }
        return remembered;
    }

    /** With one partition, for order, and never deleted from; where the broker does not let us, its operator has made it. */
    private void makeTopic() {
        try (Admin admin = Admin.create(settings(Map.of()))) {
            NewTopic topic = new NewTopic(partition.topic(), 1, (short) -1)
                    .configs(Map.of(
                            "cleanup.policy", "compact",
                            "retention.ms", "-1",
                            // What is being written to is not compacted: a small part of the topic, and soon.
                            "segment.ms", "600000",
                            "segment.bytes", "16777216",
                            "min.cleanable.dirty.ratio", "0.1"));
            admin.createTopics(List.of(topic)).all().get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("the topic " + partition.topic() + " cannot be made", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            Map<String, Object> settings = settings(Map.of("acks", "all", "enable.idempotence", true));
            makeTopic();
            producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    private Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(more);
        int patience = (int) config.patience().toMillis();
        settings.put("default.api.timeout.ms", patience);
        settings.put("request.timeout.ms", patience / 2);
        settings.put("max.block.ms", patience);
        settings.put("delivery.timeout.ms", patience);
        settings.put("allow.auto.create.topics", false);
        settings.put("auto.offset.reset", "earliest");
        settings.remove("group.id");
        return settings;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
