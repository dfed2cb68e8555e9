package org.entente.suite.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Restarts what ends unexpectedly, later and later while it keeps ending, as Kubernetes would. */
public final class Supervisor implements AutoCloseable {

    private final ScheduledExecutorService restarts = Executors.newScheduledThreadPool(2, runnable -> {
        Thread thread = new Thread(runnable, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private final Consumer<String> report;
    private volatile boolean closed;

    /** @param report hears of every end and restart, one line each */
    public Supervisor(Consumer<String> report) {
        this.report = report;
    }

    /** Starts the component, returns when it is ready, and keeps it running until this supervisor is closed. */
    public void start(Component component) throws IOException {
        watch(component, component.start(), Backoff.INITIAL);
    }

    /** From now on nothing is restarted. */
    @Override
    public void close() {
        closed = true;
        restarts.shutdownNow();
    }

    private void watch(Component component, ProcessHandle process, Backoff backoff) {
        Instant ready = Instant.now();
        process.onExit().thenRun(() -> {
            Duration lived = Duration.between(ready, Instant.now());
            schedule(component, lived.compareTo(Backoff.STABLE) > 0 ? Backoff.INITIAL : backoff);
        });
    }

    private void schedule(Component component, Backoff backoff) {
        if (closed) {
            return;
        }
        report.accept(component.part() + " ended unexpectedly; restart in "
                + backoff.delay().toMillis() + " ms");
        restarts.schedule(() -> restart(component, backoff), backoff.delay().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart(Component component, Backoff backoff) {
        try {
            ProcessHandle process = component.start();
            report.accept(component.part() + " is ready again");
            watch(component, process, backoff.next());
        } catch (IOException e) {
            report.accept(String.valueOf(e.getMessage()));
            schedule(component, backoff.next());
        }
    }
}
