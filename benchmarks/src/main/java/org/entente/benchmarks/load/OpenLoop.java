package org.entente.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.util.concurrent.CompletableFuture;

/** Calls that are made when they are due, whatever became of those before. */
final class OpenLoop {
    private final Call call;
    private final HttpClient client;
    private final long[] due;
    private final long[] waits;
    private final Failures failures;
    private final CompletableFuture<Latencies> result = new CompletableFuture<>();
    private long start;
    private int made;
    private int answered;

    /** @param due in nanoseconds from the start, ascending */
    OpenLoop(Call call, HttpClient client, long[] due, Failures failures) {
        this.failures = failures;
        this.call = call;
        this.client = client;
        this.due = due;
        this.waits = new long[due.length];
    }

    /** To be called on the event loop; the timer is as fine as it gets, and its delay counts as waiting. */
    void start(Vertx vertx) {
        start = System.nanoTime();
        vertx.setPeriodic(1, timer -> {
            makeThoseDue();
            if (made == due.length) {
                vertx.cancelTimer(timer);
            }
        });
    }

    /** Returns when all are answered; what failed waited as long as it took to fail. */
    Latencies latencies() {
        return result.join();
    }

    private void makeThoseDue() {
        long now = System.nanoTime() - start;
        while (made < due.length && due[made] <= now) {
            int number = made++;
            call.by(client).onFailure(failures::add).onComplete(ignored -> answered(number));
        }
    }

    private void answered(int number) {
        waits[number] = System.nanoTime() - start - due[number];
        if (++answered == due.length) {
            result.complete(new Latencies(waits));
        }
    }
}
