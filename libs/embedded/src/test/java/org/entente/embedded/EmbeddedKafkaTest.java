package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path folder;

    private EmbeddedKafka kafka;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(settings());
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void topicsSurviveARestartOnOtherPorts() throws Exception {
        kafka.createTopics(List.of("sample", "sample.parked"), 3);
        kafka.createTopics(List.of("sample"), 3);
        kafka.close();

        kafka = EmbeddedKafka.start(settings());

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("sample", "sample.parked");
        }
    }

    @Test
    void aBrokerLeftOverOnTheSameDataIsStoppedFirst() throws Exception {
        ProcessHandle leftOver = kafka.process();

        kafka = EmbeddedKafka.start(settings());

        assertThat(leftOver.isAlive()).isFalse();
        assertThat(EmbeddedKafka.running(folder.resolve("kafka"))).contains(kafka.process());
    }

    private EmbeddedKafka.Settings settings() {
        return new EmbeddedKafka.Settings(
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                FreePorts.any(),
                FreePorts.any(),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }
}
