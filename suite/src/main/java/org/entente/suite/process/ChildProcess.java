package org.entente.suite.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;

/** A process that writes to its part's log and is named by its part's pid file. */
public final class ChildProcess {

    /** What a child may inherit; anything else in our environment could change its configuration unseen. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "TMPDIR", "TZ", "JAVA_HOME");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Home home;
    private final Part part;
    private final Process process;

    private ChildProcess(Home home, Part part, Process process) {
        this.home = home;
        this.part = part;
        this.process = process;
    }

    /** Starts a program with this environment and little more. */
    public static ChildProcess launch(Home home, Part part, List<String> command, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(home.logs());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(part).toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        Process process = builder.start();
        home.pidFile(part).write(process.toHandle());
        return new ChildProcess(home, part, process);
    }

    /** The Java that runs this launcher. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Waits until the address answers 200.
     *
     * @throws IOException if the process ends or time passes before
     */
    public ProcessHandle awaitReady(URI health, Duration patience) throws IOException {
        Instant deadline = Instant.now().plus(patience);
        while (!answers(health)) {
            if (!process.isAlive()) {
                throw new IOException(part + " ended (exit code " + process.exitValue() + "), see " + home.log(part));
            }
            if (Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new IOException(
                        part + " was not ready after " + patience.toSeconds() + " s, see " + home.log(part));
            }
            pause();
        }
        return process.toHandle();
    }

    /** Whether the address answers 200 now. */
    public static boolean answers(URI health) {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
