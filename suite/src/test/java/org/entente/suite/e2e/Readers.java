package org.entente.suite.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.RefusedException;
import org.entente.suite.demo.SampleBundle;
import org.entente.suite.demo.View;

/** People at work while things break: some ask for views and one registers assets, again and again. */
final class Readers implements AutoCloseable {

    private static final int COUNT = 3;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT + 1);
    private final Queue<View> views = new ConcurrentLinkedQueue<>();
    private final Queue<String> registered = new ConcurrentLinkedQueue<>();
    private volatile boolean done;

    Readers(Situation situation) {
        for (int i = 0; i < COUNT; i++) {
            threads.execute(() -> again(() -> views.add(situation.view())));
        }
        threads.execute(() -> again(() -> registered.add(
                situation.acts().register("Crash", SampleBundle.read()).id())));
    }

    /** The decisions behind the views that were served. */
    List<String> served() {
        return views.stream()
                .filter(View::isServed)
                .map(view -> view.decision().orElseThrow())
                .toList();
    }

    /** The views that were not served. */
    List<View> refused() {
        return views.stream().filter(view -> !view.isServed()).toList();
    }

    /** The assets whose registration was confirmed. */
    List<String> registered() {
        return List.copyOf(registered);
    }

    /** Lets everybody finish what is under way. */
    @Override
    public void close() {
        done = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("somebody never got an answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void again(Runnable act) {
        while (!done) {
            try {
                act.run();
            } catch (UncheckedIOException | RefusedException broken) {
                // Whoever gets no answer, or is told to come back later, tries again.
                Patience.pause(PAUSE);
            }
            Patience.pause(PAUSE);
        }
    }
}
