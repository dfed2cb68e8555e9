package org.entente.benchmarks.load;

import io.vertx.core.http.HttpClient;
import java.util.concurrent.CompletableFuture;

/** Callers who call again as soon as they are answered, until a deadline. */
final class ClosedLoop {
    private final Call call;
    private final HttpClient client;
    private final long deadline;
    private final Failures failures;
    private volatile int answered;

    ClosedLoop(Call call, HttpClient client, long deadline, Failures failures) {
        this.failures = failures;
        this.call = call;
        this.client = client;
        this.deadline = deadline;
    }

    int answered() {
        return answered;
    }

    /** One caller; all of them run on the same event loop. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void next(CompletableFuture<?> end) {
        if (System.nanoTime() > deadline) {
            end.complete(null);
            return;
        }
        call.by(client)
                .onSuccess(ignored -> {
                    answered++;
                    next(end);
                })
                .onFailure(fault -> {
                    failures.add(fault);
                    next(end);
                });
    }
}
