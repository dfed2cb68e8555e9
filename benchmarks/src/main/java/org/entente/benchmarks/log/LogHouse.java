package org.entente.benchmarks.log;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.entente.embedded.Credentials;
import org.entente.embedded.Database;
import org.entente.embedded.EmbeddedKafka;
import org.entente.embedded.EmbeddedPostgres;
import org.entente.embedded.Folders;
import org.entente.embedded.FreePorts;
import org.entente.embedded.PidFile;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import org.entente.suite.process.ChildProcess;
import org.entente.tlog.SigningKey;

/**
 * A packaged audit-service with a PostgreSQL server and a Kafka broker of its own, all of them as durable as they come, without any other part:
 * nobody can log in, and what everybody may read is all that is needed here.
 */
final class LogHouse implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 3;

    private final Home home;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Database database;
    private final Path jar;
    private final Path key;
    private final URI address = URI.create("http://127.0.0.1:" + FreePorts.any());
    private ProcessHandle service;

    private LogHouse(Home home, EmbeddedPostgres postgres, EmbeddedKafka kafka, Path jar) throws IOException {
        this.home = home;
        this.postgres = postgres;
        this.kafka = kafka;
        this.jar = jar;
        this.database = new Database(
                "audit",
                new Credentials("audit_owner", UUID.randomUUID().toString()),
                new Credentials("audit_service", UUID.randomUUID().toString()));
        this.key = Files.writeString(home.folder().resolve("log-key.pem"), SigningKey.generate());
        this.service = ProcessHandle.current();
    }

    /** An empty log, up and running. */
    static LogHouse open() throws IOException, SQLException {
        Path folder = Path.of("benchmarks/target/log").toAbsolutePath();
        EmbeddedPostgres.stopLeftOver(folder.resolve("postgres"));
        EmbeddedKafka.stopLeftOver(folder.resolve("kafka"));
        Folders.delete(folder);
        Home home = Home.open(folder);
        Files.createDirectories(home.logs());
        EmbeddedPostgres postgres = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(
                folder.resolve("postgres"),
                home.log(Part.POSTGRESQL),
                FreePorts.any(),
                UUID.randomUUID().toString(),
                Map.of("shared_buffers", "512MB", "max_wal_size", "4GB", "timezone", "UTC")));
        EmbeddedKafka kafka = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                folder.resolve("kafka"),
                home.log(Part.KAFKA),
                FreePorts.any(),
                FreePorts.any(),
                List.of("-Xmx512m", "-XX:+UseSerialGC")));
        Path jar = Installation.current().application(Part.AUDIT).resolve("quarkus-run.jar");
        LogHouse house = new LogHouse(home, postgres, kafka, jar);
        try {
            house.start();
        } catch (IOException | SQLException | RuntimeException failure) {
            house.close();
            throw failure;
        }
        return house;
    }

    private void start() throws IOException, SQLException {
        postgres.createDatabase(database);
        kafka.createTopics(
                List.of("entente.access", "entente.catalog", "entente.crisis", "entente.audit", "entente.audit.parked"),
                PARTITIONS);
        Map<String, String> migration = environment(database.owner());
        migration.put("QUARKUS_INIT_AND_EXIT", "true");
        migration.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        migration.put(
                "QUARKUS_FLYWAY_PLACEHOLDERS__RUNTIMEUSER_", database.runtime().user());
        ChildProcess.launch(home, Part.AUDIT, command(), migration);
        home.pidFile(Part.AUDIT).living().ifPresent(LogHouse::await);
        service = ChildProcess.launch(home, Part.AUDIT, command(), environment(database.runtime()))
                .awaitReady(address.resolve("/q/health/ready"), PATIENCE);
    }

    private static void await(ProcessHandle process) {
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx768m", "-jar"));
        command.add(jar.toString());
        return command;
    }

    private Map<String, String> environment(Credentials user) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(address.getPort()));
        environment.put(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                postgres.jdbcUrl(database.name()).substring("jdbc:".length()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database.name()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", user.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", user.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        // There is nobody who could log in; production asks for the addresses nevertheless.
        environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
        environment.put("QUARKUS_OIDC_PAGES_TENANT_ENABLED", "false");
        environment.put("ENTENTE_PAGE_CLIENT_SECRET", UUID.randomUUID().toString());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:1/none");
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", "http://127.0.0.1:1/none");
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("ENTENTE_LOG_KEY_FILE", key.toString());
        environment.put("ENTENTE_LOG_ORIGIN", "benchmark/audit/log");
        return environment;
    }

    URI log() {
        return address.resolve("/audit/log");
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    Connection superuser() throws SQLException {
        return postgres.superuser(database.name());
    }

    /** Keeps what follows the log, histories and anomalies, from following it until the connection is closed: they pass over rows that are held. */
    Connection holdFollowers() throws SQLException {
        Connection holding = superuser();
        holding.setAutoCommit(false);
        try (Statement hold = holding.createStatement()) {
            hold.execute("select name from follower for update");
        }
        return holding;
    }

    /** Lets the broker delete what was published, but for the last few hundred megabytes: nobody reads it a second time. */
    void forgetPublished() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            List<AlterConfigOp> limits = Stream.of(
                            new ConfigEntry("retention.bytes", Integer.toString(1 << 28)),
                            new ConfigEntry("segment.bytes", Integer.toString(1 << 26)))
                    .map(limit -> new AlterConfigOp(limit, AlterConfigOp.OpType.SET))
                    .toList();
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, Feed.TOPIC), limits))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    /** What the service says of its batches: how many there were, and the seconds from taking the head to the commit. */
    String batches() throws IOException {
        try (InputStream metrics = address.resolve("/q/metrics").toURL().openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("entente_log_batch_seconds_"))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Override
    public void close() throws IOException {
        if (!service.equals(ProcessHandle.current())) {
            PidFile.stop(service, PATIENCE);
        }
        kafka.close();
        postgres.close();
    }
}
