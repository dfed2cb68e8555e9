package org.entente.embedded.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.embedded.Database;
import org.entente.embedded.EmbeddedKafka;
import org.entente.embedded.EmbeddedPostgres;
import org.entente.embedded.Folders;
import org.entente.embedded.FreePorts;
import org.jspecify.annotations.Nullable;

/** The servers of this test JVM, in {@code target/embedded}, where the next run finds what a killed one left over. */
final class TestServers {

    private static final List<String> SERVICES = List.of("catalog", "access", "audit", "crisis");
    private static final int PARTITIONS = 3;

    /** Held as long as this JVM lives: a channel that nobody refers to is closed, and its lock with it. */
    private static @Nullable FileLock claim;

    private TestServers() {}

    static synchronized void startOnce(Database database) throws IOException, SQLException {
        if (Shared.KAFKA.find() != null) {
            return;
        }
        Path home = claimHome(Path.of("target/embedded").toAbsolutePath());
        OidcServer.start();
        startPostgres(home).createDatabase(database);
        startKafka(home);
    }

    private static EmbeddedPostgres startPostgres(Path home) throws IOException {
        String password = UUID.randomUUID().toString();
        // Tests kill services, never the machine: what is in the page cache survives.
        Map<String, String> fast = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
        EmbeddedPostgres.Settings settings = new EmbeddedPostgres.Settings(
                home.resolve("postgres"), home.resolve("postgres.log"), FreePorts.any(), password, fast);
        EmbeddedPostgres.stopLeftOver(settings.home());
        Folders.delete(settings.home());
        EmbeddedPostgres server = EmbeddedPostgres.start(settings);
        atEnd(server);
        Shared.POSTGRES_PORT.set(Integer.toString(server.port()));
        Shared.POSTGRES_PASSWORD.set(password);
        return server;
    }

    private static void startKafka(Path home) throws IOException {
        EmbeddedKafka.Settings settings = new EmbeddedKafka.Settings(
                home.resolve("kafka"),
                home.resolve("kafka.log"),
                FreePorts.any(),
                FreePorts.any(),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        EmbeddedKafka.stopLeftOver(settings.home());
        Folders.delete(settings.home());
        EmbeddedKafka kafka = EmbeddedKafka.start(settings);
        atEnd(kafka);
        List<String> topics = new ArrayList<>();
        for (String service : SERVICES) {
            topics.add("entente." + service);
            topics.add("entente." + service + ".parked");
        }
        kafka.createTopics(topics, PARTITIONS);
        Shared.KAFKA.set(kafka.bootstrapServers());
    }

    /** The first folder that no other test JVM holds; the lock ends with this JVM, however it ends. */
    private static Path claimHome(Path parent) throws IOException {
        for (int number = 1; ; number++) {
            Path home = Folders.createPrivate(parent.resolve(Integer.toString(number)));
            FileChannel channel =
                    FileChannel.open(home.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            claim = channel.tryLock();
            if (claim != null) {
                return home;
            }
            channel.close();
        }
    }

    private static void atEnd(AutoCloseable server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                server.close();
                            } catch (Exception e) {
                                System.err.println("A server of the tests did not stop: " + e.getMessage());
                            }
                        },
                        "stop-embedded-server"));
    }
}
