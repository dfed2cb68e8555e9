package org.entente.suite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.suite.process.ChildProcess;

/** The packaged {@code entente} as a real process, started as the script of that name does, with a home of its own. */
record Command(Path checkout, Path home) {

    private static final long MINUTES = 5;

    /** What a command said until it ended. */
    record Outcome(int exitCode, String output) {}

    /** Runs to the end. */
    Outcome run(String... arguments) {
        try {
            Path output = Files.createTempFile("entente", ".out");
            Process process = start(output, arguments);
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output);
            Files.delete(output);
            return new Outcome(ended ? process.exitValue() : -1, said);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts and leaves running; everything that it says goes to the file. */
    private Process start(Path output, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dentente.checkout=" + checkout,
                "-jar",
                checkout.resolve("suite/target/entente-suite.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("ENTENTE_HOME", home.toString());
        // The JVM would say that it has picked them up.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        try {
            return builder.start();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
