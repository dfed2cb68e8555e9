package org.entente.benchmarks.load;

import java.io.IOException;
import org.entente.suite.layout.Part;

/**
 * A part of the suite that stands still while another is measured, and then goes on where it was. In production each has a
 * machine of its own; here the log would take in every decision on the two cores on which decisions are counted.
 */
record Paused(ProcessHandle process) implements AutoCloseable {

    static Paused part(Suite suite, Part part) throws IOException {
        ProcessHandle process = suite.home()
                .pidFile(part)
                .living()
                .orElseThrow(() -> new IOException(part + " does not run"));
        signal("-STOP", process);
        return new Paused(process);
    }

    @Override
    public void close() throws IOException {
        signal("-CONT", process);
    }

    private static void signal(String signal, ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
