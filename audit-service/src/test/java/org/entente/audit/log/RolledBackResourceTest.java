package org.entente.audit.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that lost its tail, or has another one: what was published is remembered outside of it. */
@QuarkusTest
class RolledBackResourceTest extends GrowingLogTest {

    @Inject
    Pool pool;

    @Inject
    PublishedLog published;

    @Inject
    LogIdentity identity;

    @Inject
    LogAlarm alarm;

    @Inject
    @Identifier("default-kafka-broker") Map<String, Object> broker;

    @TempDir
    Path folder;

    private List<Memory> memories;

    @BeforeEach
    void memoriesOfTheirOwn() {
        LogConfig config = new ConfigOfTest(folder.resolve("anchor"));
        memories = List.of(new FileMemory(config), new KafkaMemory(broker, config, keys));
    }

    @AfterEach
    void quiet() throws Exception {
        awaitQuiet();
    }

    @Test
    void whatWasPublishedAndIsStoredPasses() {
        grow(5);
        for (Memory memory : memories) {
            memory.keep(checkpoint()).await().atMost(PATIENCE);
        }
        grow(300);

        assertThatCode(this::compare).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatLostItsTailIsRefusedByWhicheverRemembersAndTheWayOutIsNamed() {
        grow(5);
        for (Memory memory : memories) {
            memory.keep(published(100)).await().atMost(PATIENCE);

            assertThatThrownBy(() -> compare(memory))
                    .isInstanceOf(RolledBackException.class)
                    .hasMessageContaining(memory.name())
                    .hasMessageContaining("older than what was published")
                    .hasMessageContaining("point-in-time recovery")
                    .hasMessageContaining("entente.log.origin");
        }
    }

    @Test
    void aDatabaseWithAnotherTailIsRefusedAndAlarmed() throws Exception {
        grow(5);
        long size = checkpoint().checkpoint().size();
        Checkpoint other = new Checkpoint(keys.origin(), size, Hash.leaf(new byte[] {1}));
        memories.get(0).keep(keys.sign(other)).await().atMost(PATIENCE);

        assertThatThrownBy(this::compare).hasMessageContaining("not the one that was published");

        given().get("/q/health/well").then().statusCode(503).body(containsString("rolled-back"));
        assertThat(given().get("/q/metrics").asString())
                .containsPattern("entente_log_alarms_total\\{kind=\"rolled-back\"[^}]*} [1-9]");
        awaitRecords(keys.origin(), 1);
    }

    @Test
    void whenItIsRefusedNothingIsAppendedAnyMore() {
        grow(1);
        memories.get(0).keep(published(7)).await().atMost(PATIENCE);
        LogGate gate = gate(memories);
        Log closed = new Log(pool, keys, gate, null);

        assertThatThrownBy(() -> closed.append(List.of(entry())).await().atMost(PATIENCE))
                .isInstanceOf(RolledBackException.class);
        assertThatThrownBy(() -> closed.append(List.of(entry())).await().atMost(PATIENCE))
                .isInstanceOf(RolledBackException.class);
    }

    @Test
    void theNewestIsFoundAtTheEndOfALongTopic() {
        Memory kafka = memories.get(1);
        for (int i = 0; i < 300; i++) {
            kafka.keep(checkpoint()).await().atMost(PATIENCE);
        }
        kafka.keep(published(1)).await().atMost(PATIENCE);

        assertThat(kafka.recall().await().atMost(PATIENCE)).hasSizeBetween(1, 100);
        assertThatThrownBy(() -> compare(kafka)).isInstanceOf(RolledBackException.class);
    }

    @Test
    void whatAnotherKeySignedProvesNothingAgainstUs() {
        SigningKey stranger = SigningKey.parse(keys.origin(), SigningKey.generate());
        Checkpoint large = new Checkpoint(keys.origin(), 1_000_000, Hash.leaf(new byte[] {1}));
        memories.get(0).keep(SignedCheckpoint.sign(large, stranger)).await().atMost(PATIENCE);

        assertThatCode(this::compare).doesNotThrowAnyException();
    }

    /** Of the log as it was before the database lost so many entries. */
    private SignedCheckpoint published(long lost) {
        long size = checkpoint().checkpoint().size() + lost;
        return keys.sign(new Checkpoint(keys.origin(), size, Hash.leaf(new byte[] {2})));
    }

    private void compare() {
        gate(memories).compare().await().atMost(PATIENCE);
    }

    private void compare(Memory memory) {
        gate(List.of(memory)).compare().await().atMost(PATIENCE);
    }

    private LogGate gate(List<Memory> with) {
        return new LogGate(with, published, identity, alarm);
    }

    private record ConfigOfTest(Path anchorFile) implements LogConfig, LogConfig.Anchor {

        private static final String TOPIC = "checkpoints-" + UUID.randomUUID();

        @Override
        public Optional<String> origin() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> previousKeyFile() {
            return Optional.empty();
        }

        @Override
        public Anchor anchor() {
            return this;
        }

        @Override
        public String topic() {
            return TOPIC + "-"
                    + Stream.of(anchorFile)
                            .map(Path::getParent)
                            .map(Path::getFileName)
                            .findFirst()
                            .orElseThrow();
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(anchorFile);
        }
    }
}
