package org.entente.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Calls that are made when they are due, whatever became of those before. */
final class OpenLoop {
    private final Call call;
    private final HttpClient client;
    private final long[] due;
    private final long[] waits;
    private final Failures failures;
    private final CompletableFuture<Latencies> result = new CompletableFuture<>();
    private long start;
    private int answered;

    /** @param due in nanoseconds from the start, ascending */
    OpenLoop(Call call, HttpClient client, long[] due, Failures failures) {
        this.failures = failures;
        this.call = call;
        this.client = client;
        this.due = due;
        this.waits = new long[due.length];
    }

    /**
     * Makes each call when it is due, and returns when all are answered; what failed waited as long as it took to fail. The
     * thread itself waits for what is due next: a timer of whole milliseconds would be much of what is measured.
     *
     * @param context of the event loop that makes the calls
     */
    Latencies run(Context context) {
        start = System.nanoTime();
        for (int number = 0; number < due.length; number++) {
            int next = number;
            for (long left = left(next); left > 0; left = left(next)) {
                LockSupport.parkNanos(left);
            }
            context.runOnContext(ignored -> make(next));
        }
        return result.join();
    }

    private long left(int number) {
        return due[number] - (System.nanoTime() - start);
    }

    private void make(int number) {
        call.by(client).onFailure(failures::add).onComplete(ignored -> answered(number));
    }

    private void answered(int number) {
        waits[number] = System.nanoTime() - start - due[number];
        if (++answered == due.length) {
            result.complete(new Latencies(waits));
        }
    }
}
