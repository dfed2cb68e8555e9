package org.entente.audit.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How the log grows, for those who watch it; how far behind Kafka it is, the consumer's own metrics tell. */
@ApplicationScoped
class LogMetrics {

    private final Counter entries;
    private final Timer batches;
    private final Timer delay;
    private final AtomicLong size;

    LogMetrics(MeterRegistry registry) {
        entries = Counter.builder("entente.log.entries")
                .description("Entries appended by this replica")
                .register(registry);
        batches = Timer.builder("entente.log.batch")
                .description("From taking the head to the commit of a batch")
                .register(registry);
        delay = Timer.builder("entente.log.delay")
                .description("From the act to its entry, oldest of each batch")
                .register(registry);
        size = registry.gauge("entente.log.size", new AtomicLong());
    }

    Uni<Integer> timed(Uni<Integer> append) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start();
            return append.eventually(() -> sample.stop(batches));
        });
    }

    void grown(long newSize, List<Entry> appended) {
        size.set(newSize);
        entries.increment(appended.size());
        appended.stream()
                .map(entry -> entry.act().time())
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, Instant.now()))
                // Another machine's clock may be ahead of ours.
                .filter(duration -> !duration.isNegative())
                .ifPresent(delay::record);
    }
}
