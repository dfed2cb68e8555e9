package org.entente.suite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.EntenteClient;
import org.entente.suite.demo.Made;
import org.entente.suite.demo.Patience;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.login.Tokens;
import org.entente.suite.process.ChildProcess;
import org.entente.suite.process.LeftOvers;
import org.entente.suite.quarkus.ServiceComponent;

/** The packaged suite, started as its users start it, with a home and ports of its own; and ways to look into it and to hurt it. */
final class PackagedSuite implements AutoCloseable {

    private final Ports ports = FreePorts.forSuite();
    private final Path checkout = Path.of("").toAbsolutePath().getParent();
    private final Path folder = checkout.resolve("suite/target/e2e");
    private final Command command = new Command(checkout, folder.resolve("home"));
    private final EntenteClient client;
    private final Tokens tokens;

    /** Starts with an empty home and returns when everything is ready. */
    PackagedSuite() {
        command.run("down");
        command.run("reset", "--yes");
        watchQuietly();
        up();
        try {
            client = EntenteClient.of(home(), ports);
            tokens = Tokens.of(home(), ports);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /**
     * Tests under load have one analyst denied more than a thousand times in an hour. That is an anomaly, and would narrow
     * sharing with the partner of all tests.
     */
    private void watchQuietly() {
        Path settings = command.home().resolve("config/application.properties");
        try {
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, "entente.anomaly.enabled=false\n");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    EntenteClient client() {
        return client;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Acts whose effects are ended when they are closed. */
    Acts acts() {
        return new Acts(client, new Made(folder.resolve("made")));
    }

    Ports ports() {
        return ports;
    }

    Command command() {
        return command;
    }

    Home home() {
        try {
            return Home.open(command.home());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Starts and returns when everything is ready. */
    void up() {
        Command.Outcome outcome = command.run("up", "--detach", "--port", Integer.toString(ports.base()));
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("the suite did not start: " + outcome.output());
        }
    }

    /** {@code kill -9}. */
    void kill(Part part) {
        ProcessHandle process = process(part).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it without ending it, as a machine that hangs would. */
    void freeze(Part part) {
        signal("STOP", part);
    }

    void thaw(Part part) {
        signal("CONT", part);
    }

    /** Lets a further process of a service start as the suite's own did. */
    Installation installation() {
        return new Installation(checkout, command.home());
    }

    /** Waits until a service says that it can serve. */
    void awaitReady(Part service) {
        URI health = ServiceComponent.readiness(ports, service);
        if (!Patience.until(() -> ChildProcess.answers(health), ready -> ready)) {
            throw new IllegalStateException(service + " did not get ready; see " + home().log(service));
        }
    }

    /** A superuser's connection to a service's database. */
    Connection database(Part service) throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRESQL) + "/" + service.domain(),
                "postgres",
                home().secrets().text("postgresql-superuser"));
    }

    @Override
    public void close() {
        command.run("down");
    }

    private void signal(String signal, Part part) {
        signal(signal, process(part).orElseThrow());
    }

    static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Optional<ProcessHandle> process(Part part) {
        return new LeftOvers(home()).process(part);
    }
}
