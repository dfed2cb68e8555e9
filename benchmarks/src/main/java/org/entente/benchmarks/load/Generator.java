package org.entente.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Makes calls from one event loop, so that it takes little from what it measures on the same machine. */
final class Generator implements AutoCloseable {
    /** As many as an application keeps open. Who finds none free waits for one, and that counts; none is opened in a hurry after a stall. */
    private static final int CONNECTIONS = 64;

    private static final long SEED = 20261123;

    private final Failures failures = new Failures();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(CONNECTIONS));

    /** Right answers per second while as many callers as stated call again as soon as they are answered. */
    double saturated(Call call, int callers, Duration duration) {
        ClosedLoop loop = new ClosedLoop(call, client, System.nanoTime() + duration.toNanos(), failures);
        CompletableFuture<?>[] ends = new CompletableFuture<?>[callers];
        for (int caller = 0; caller < callers; caller++) {
            ends[caller] = new CompletableFuture<>();
            CompletableFuture<?> end = ends[caller];
            vertx.runOnContext(ignored -> loop.next(end));
        }
        CompletableFuture.allOf(ends).join();
        return loop.answered() / (duration.toNanos() / 1e9);
    }

    /**
     * What callers wait who arrive at random, so many per second on average, whether or not those before were answered. Each
     * wait counts from when the call was due, so that no slowness hides by delaying the calls after it.
     */
    Latencies waits(Call call, double rate, Duration duration) {
        OpenLoop loop = new OpenLoop(call, client, due(rate, duration), failures);
        return loop.run(vertx.getOrCreateContext());
    }

    /** How many calls failed until now. */
    int failed() {
        return failures.count();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** When calls are due, in nanoseconds from the start: a Poisson process, the same in every run. */
    private static long[] due(double rate, Duration duration) {
        Random random = new Random(SEED);
        long[] due = new long[(int) (rate * duration.toSeconds() * 2) + 100];
        int count = 0;
        double at = 0;
        while (at < duration.toNanos() && count < due.length) {
            due[count++] = (long) at;
            at += -Math.log(1 - random.nextDouble()) / rate * 1e9;
        }
        return Arrays.copyOf(due, count);
    }
}
