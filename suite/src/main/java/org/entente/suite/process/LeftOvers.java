package org.entente.suite.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.embedded.EmbeddedKafka;
import org.entente.embedded.EmbeddedPostgres;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;

/** The processes of a home, found by what they left in it; never by name. */
public record LeftOvers(Home home) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The process of a part, if it lives, whoever started it; the gateway's is the launcher. */
    public Optional<ProcessHandle> process(Part part) {
        return switch (part) {
            case POSTGRESQL -> EmbeddedPostgres.running(home.data(part));
            case KAFKA -> EmbeddedKafka.running(home.data(part));
            case GATEWAY, CATALOG, ACCESS, AUDIT, CRISIS, KEYCLOAK ->
                home.pidFile(part).living();
        };
    }

    /** Stops everything but the launcher, those first that need the others: services, Keycloak, Kafka, PostgreSQL. */
    public void stopAll() throws IOException {
        List<Thread> stopping =
                Part.services().stream().map(this::stopInBackground).toList();
        stopping.forEach(LeftOvers::join);
        home.pidFile(Part.KEYCLOAK).stopLeftOver(PATIENCE);
        EmbeddedKafka.stopLeftOver(home.data(Part.KAFKA));
        EmbeddedPostgres.stopLeftOver(home.data(Part.POSTGRESQL));
    }

    private Thread stopInBackground(Part service) {
        Thread thread = new Thread(() -> home.pidFile(service).stopLeftOver(PATIENCE), "stop-" + service);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
