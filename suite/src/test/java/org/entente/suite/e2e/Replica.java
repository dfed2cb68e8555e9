package org.entente.suite.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.entente.embedded.FreePorts;
import org.entente.embedded.PidFile;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.process.ChildProcess;
import org.entente.suite.quarkus.ServiceComponent;
import org.entente.suite.quarkus.ServiceEnvironment;

/** A further process of a service, of access-service unless said, beside the suite's own, at a port of its own, on the same database. */
final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LONG = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final ProcessHandle process;

    private Replica(URI address, ProcessHandle process) {
        this.address = address;
        this.process = process;
    }

    /** The one that the suite runs anyway. */
    static Replica ofSuite(PackagedSuite suite) {
        return ofSuite(suite, Part.ACCESS);
    }

    static Replica ofSuite(PackagedSuite suite, Part service) {
        return new Replica(
                URI.create(suite.ports().internalUrl(service)),
                suite.home().pidFile(service).living().orElseThrow());
    }

    /** Starts one that reaches the database at that port, and returns when it is ready. */
    static Replica beside(PackagedSuite suite, String name, int databasePort) throws IOException {
        return beside(suite, Part.ACCESS, name, databasePort);
    }

    /** The same of another service. */
    static Replica beside(PackagedSuite suite, Part service, String name, int databasePort) throws IOException {
        Home home = Home.open(suite.home().folder().resolve("replicas").resolve(name));
        home.pidFile(service).stopLeftOver(PATIENCE);
        int port = FreePorts.any();
        String database = "127.0.0.1:" + databasePort + "/" + service.domain();
        Map<String, String> environment =
                new HashMap<>(new ServiceEnvironment(suite.home(), suite.ports()).of(service));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database);
        URI address = URI.create("http://127.0.0.1:" + port);
        var command = new ServiceComponent(suite.installation(), suite.ports(), service).command();
        return new Replica(
                address,
                ChildProcess.launch(home, service, command, environment)
                        .awaitReady(address.resolve("/q/health/ready"), PATIENCE));
    }

    /** Sends a request and waits for the answer, much longer than any is good for. */
    HttpResponse<String> post(String path, String token, String body) throws IOException {
        return post(path, Map.of("Authorization", "Bearer " + token), body);
    }

    /** The same with other headers. */
    HttpResponse<String> post(String path, Map<String, String> headers, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LONG)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Stops it without ending it, whatever it is at. */
    void freeze() {
        PackagedSuite.signal("STOP", process);
    }

    void thaw() {
        PackagedSuite.signal("CONT", process);
    }

    /** {@code kill -9}, in the midst of whatever it is at. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        thaw();
        PidFile.stop(process, Duration.ofSeconds(20));
    }
}
