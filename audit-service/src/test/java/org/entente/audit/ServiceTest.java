package org.entente.audit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.tlog.LogAudit;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Tile;
import org.entente.tlog.VerifierKey;

/** The service over HTTP and Kafka, as its neighbours see it. */
@QuarkusTestResource(
        value = EmbeddedServers.class,
        initArgs = @ResourceArg(name = "database", value = "audit"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = LogKeyOfTests.class, restrictToAnnotatedClass = false)
public abstract class ServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> TOPICS =
            List.of("entente.catalog", "entente.access", "entente.audit", "entente.crisis");

    @Inject
    protected ObjectMapper json;

    /** A decision about a person of this partner. */
    protected Event decision(String partner) {
        String id = UUID.randomUUID().toString();
        return Event.of(
                EventTypes.DECISION_MADE,
                id,
                partner,
                partner.toLowerCase() + "-analyst@" + partner,
                json.createObjectNode()
                        .put("purpose", "cyber-defence")
                        .put("permitted", 12)
                        .put("share", 0.25));
    }

    /** Publishes events, in order, where their source publishes. */
    protected void publish(Event... events) throws Exception {
        for (Event event : events) {
            publish("entente" + event.source().replace('/', '.'), event.subject(), json.writeValueAsBytes(event));
        }
    }

    protected static void publish(String topic, String key, byte[]... payloads) throws Exception {
        Map<String, Object> configuration = Map.of("bootstrap.servers", EmbeddedServers.kafkaBootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (byte[] payload : payloads) {
                sent.add(producer.send(new ProducerRecord<>(topic, key, payload)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    /** Publishes events, and returns when all of them are recorded. */
    protected void record(Event... events) throws Exception {
        publish(events);
        for (Event event : events) {
            awaitRecords(event.subject(), 1);
        }
    }

    /** Waits until so many records are there of a subject, and answers them. */
    protected static JsonPath awaitRecords(String subject, int count) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonPath page = recordsOf(auditor(), subject);
            if (page.getList("records").size() >= count) {
                return page;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not recorded in time: " + subject);
    }

    /** Waits until all who follow the log have come to what is its end now. */
    protected static void awaitFollowed() throws Exception {
        long size = checkpoint().checkpoint().size();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isFollowed(size)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not followed in time");
            }
            Thread.sleep(50);
        }
    }

    /**
     * Waits until what this service has to tell of itself stands in its log, so that the log grows no more by itself.
     * It is looked for along its way: from the log by those who follow it to the outbox, the topics, and into the log.
     */
    protected static void awaitQuiet() throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        long size = -1;
        while (Instant.now().isBefore(deadline)) {
            long before = size;
            size = checkpoint().checkpoint().size();
            if (size == before
                    && isFollowed(size)
                    && isOutboxEmpty()
                    && isAllConsumed()
                    && checkpoint().checkpoint().size() == size) {
                return;
            }
            Thread.sleep(300);
        }
        throw new AssertionError("not quiet in time");
    }

    private static boolean isFollowed(long size) throws Exception {
        return !isThere("select 1 from follower where position < " + size);
    }

    private static boolean isOutboxEmpty() throws Exception {
        return !isThere("select 1 from outbox limit 1");
    }

    private static boolean isThere(String query) throws Exception {
        try (Connection connection = EmbeddedServers.superuser("audit");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Whether the service has acknowledged everything that is in the topics. */
    private static boolean isAllConsumed() {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", EmbeddedServers.kafkaBootstrapServers(), "group.id", "audit-service");
        try (KafkaConsumer<byte[], byte[]> group =
                new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> group.partitionsFor(topic).stream())
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, OffsetAndMetadata> acknowledged = group.committed(partitions);
            return group.endOffsets(partitions).entrySet().stream().allMatch(end -> {
                OffsetAndMetadata reached = acknowledged.get(end.getKey());
                return end.getValue() == 0 || reached != null && reached.offset() >= end.getValue();
            });
        }
    }

    protected static JsonPath recordsOf(RequestSpecification caller, String subject) {
        return caller.queryParam("subject", subject)
                .queryParam("limit", 1000)
                .get("/audit/records")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected static RequestSpecification auditor() {
        return as(home("auditor"));
    }

    protected static RequestSpecification partner(String code) {
        return as(TestTokens.token(code + "-analyst")
                .partner(code)
                .roles("partner-analyst")
                .audience("audit-service"));
    }

    protected static TestTokens home(String role) {
        return TestTokens.token("xaa-" + role).roles(role).audience("audit-service");
    }

    protected static RequestSpecification as(TestTokens token) {
        return given().auth().oauth2(token.sign());
    }

    protected static VerifierKey key() {
        return VerifierKey.parse(get("/audit/log/key"));
    }

    protected static SignedCheckpoint checkpoint() {
        return SignedCheckpoint.parse(get("/audit/log/checkpoint"));
    }

    /** A full audit over HTTP. */
    protected static LogAudit audit(long size) {
        return new LogAudit(size, ServiceTest::tile);
    }

    protected static byte[] tile(Tile tile) {
        return given().get("/audit/log/" + tile.path())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String get(String path) {
        byte[] body = given().get(path).then().statusCode(200).extract().asByteArray();
        return new String(body, StandardCharsets.UTF_8);
    }
}
