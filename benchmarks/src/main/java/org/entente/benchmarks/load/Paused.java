package org.entente.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.suite.layout.Part;

/**
 * The suite's own services, standing still while processes beside them are measured; then they go on where they were. In
 * production each has a machine of its own; here they would take in every decision on the two cores on which decisions are
 * counted. PostgreSQL and Kafka go on.
 */
record Paused(List<ProcessHandle> services) implements AutoCloseable {

    static Paused services(Suite suite) throws IOException {
        List<ProcessHandle> services = new ArrayList<>();
        for (Part part : Part.services()) {
            services.add(
                    suite.home().pidFile(part).living().orElseThrow(() -> new IOException(part + " does not run")));
        }
        for (ProcessHandle service : services) {
            signal("-STOP", service);
        }
        return new Paused(services);
    }

    @Override
    public void close() throws IOException {
        for (ProcessHandle service : services) {
            signal("-CONT", service);
        }
    }

    private static void signal(String signal, ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
