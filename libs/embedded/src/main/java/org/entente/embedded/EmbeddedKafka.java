package org.entente.embedded;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** A Kafka broker on 127.0.0.1 that is its own controller (KRaft), in a child JVM on this JVM's class path. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final String CLUSTER = "ZW50ZW50ZS1rYWZrYS0wMA";

    /**
     * Where and how the broker runs.
     *
     * @param home holds the data, kept from start to start
     * @param log the broker's output is appended to it
     * @param controllerPort the broker talks to itself there
     * @param options of the child JVM
     */
    public record Settings(Path home, Path log, int port, int controllerPort, List<String> options) {

        Path data() {
            return home.resolve("data");
        }

        PidFile pidFile() {
            return new PidFile(home.resolve("kafka.pid"));
        }
    }

    private final Settings settings;
    private final Process process;

    private EmbeddedKafka(Settings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the broker and returns when it answers; a broker left over on the same data is stopped first.
     *
     * @throws IOException if it cannot be started; names the log file
     */
    public static EmbeddedKafka start(Settings settings) throws IOException {
        Folders.createPrivate(settings.home());
        Files.createDirectories(settings.log().toAbsolutePath().getParent());
        stopLeftOver(settings.home());
        Process process = launch(settings);
        settings.pidFile().write(process.toHandle());
        EmbeddedKafka kafka = new EmbeddedKafka(settings, process);
        kafka.awaitAnswer();
        return kafka;
    }

    /** The broker that runs on the data of this home, if one does, whoever started it. */
    public static Optional<ProcessHandle> running(Path home) {
        return new PidFile(home.resolve("kafka.pid")).living();
    }

    /** Stops the broker that runs on the data of this home, if one does. */
    public static void stopLeftOver(Path home) {
        new PidFile(home.resolve("kafka.pid")).stopLeftOver(STOP);
    }

    /** Address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Makes sure that the topics exist; those that do are left as they are. */
    public void createTopics(Collection<String> names, int partitions) throws IOException {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = names.stream()
                    .filter(name -> !present.contains(name))
                    .map(name -> new NewTopic(name, partitions, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("Kafka did not create the topics " + names, e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while creating topics", e);
        }
    }

    /** Hands leadership over, closes the logs and stops. */
    @Override
    public void close() {
        PidFile.stop(process.toHandle(), STOP);
        settings.pidFile().delete();
    }

    private static Process launch(Settings settings) throws IOException {
        Path properties = settings.home().resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(properties)) {
            properties(settings).store(writer, null);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.options());
        command.addAll(List.of(
                KafkaNode.class.getName(),
                properties.toString(),
                settings.data().toString(),
                CLUSTER));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    private static Properties properties(Settings settings) {
        String controller = "127.0.0.1:" + settings.controllerPort();
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + controller,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + settings.port() + ",CONTROLLER://" + controller,
                "log.dirs", settings.data().toString(),
                // A misspelt topic is an error, not a new topic.
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0"));
        properties.putAll(Map.of(
                // One node cannot replicate, and few consumers need few partitions of bookkeeping.
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                // Sized for a laptop; the default is 128 MiB.
                "log.cleaner.dedupe.buffer.size", "8388608",
                "num.network.threads", "2",
                "num.io.threads", "3",
                // Clients find a member dead sooner than the default lower bound of 6 s allows.
                "group.min.session.timeout.ms", "1000"));
        return properties;
    }

    private void awaitAnswer() throws IOException {
        Instant deadline = Instant.now().plus(START);
        awaitWhile(deadline, () -> !listens(settings.port())); // the admin client would complain aloud
        try (Admin admin = admin()) {
            awaitWhile(deadline, () -> !answers(admin));
        }
    }

    private void awaitWhile(Instant deadline, BooleanSupplier unready) throws IOException {
        while (unready.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroy();
                throw new IOException("Kafka did not start, see " + settings.log());
            }
            PidFile.ends(process(), Duration.ofMillis(100));
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 100,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000));
    }
}
