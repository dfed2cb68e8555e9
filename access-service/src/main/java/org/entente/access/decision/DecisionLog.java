package org.entente.access.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.access.epoch.AnswerSettings;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * The record of decisions, written before they are answered (G2), by one statement at a time that takes all that wait.
 * It records only what was decided on the present epoch, and so proves at once that no withdrawal came before (G3).
 */
@ApplicationScoped
class DecisionLog {
    private static final Logger LOG = Logger.getLogger(DecisionLog.class);
    private static final int LARGEST_FLUSH = 500;

    private final Pool pool;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final LicensedDecisions licensed;
    private final SharedSums sums;
    private final DecisionSettings settings;
    private final Duration within;
    private final Timer timer;
    private final DistributionSummary sizes;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean flushing = new AtomicBoolean();

    DecisionLog(
            Pool pool,
            ObjectMapper json,
            Outbox outbox,
            LicensedDecisions licensed,
            SharedSums sums,
            DecisionSettings settings,
            AnswerSettings answers,
            MeterRegistry metrics) {
        this.pool = pool;
        this.json = json;
        this.outbox = outbox;
        this.licensed = licensed;
        this.sums = sums;
        this.settings = settings;
        this.within = answers.within();
        this.timer = metrics.timer("entente.decision.flush");
        this.sizes = metrics.summary("entente.decision.flush.size");
        metrics.gauge("entente.decision.waiting", waiting);
    }

    /** What became of decisions handed in together. */
    sealed interface Outcome {}

    /**
     * They are on record.
     *
     * @param since before it was written, on the clock of {@link System#nanoTime()}
     */
    record Recorded(long since) implements Outcome {}

    /** None of them is on record: policy has changed. */
    record Outdated() implements Outcome {}

    /**
     * None of them is on record: licences have too little left.
     *
     * @param licences by the decision that would have used them
     */
    record Spent(Map<UUID, Set<UUID>> licences) implements Outcome {}

    private record Waiting(DecisionRows rows, UniEmitter<? super Outcome> emitter) {}

    /** Records decisions taken on one epoch, all or none; fails with a 503 problem if the store is away or slow. */
    Uni<Outcome> record(List<Taken> decisions) {
        DecisionRows rows = DecisionRows.of(decisions, json, outbox);
        List<Take> takes =
                decisions.stream().flatMap(taken -> Take.of(taken).stream()).toList();
        return (takes.isEmpty() ? record(rows) : licensed.record(rows, takes)).invoke(outcome -> {
            if (outcome instanceof Recorded) {
                sums.count(decisions);
            }
        });
    }

    private Uni<Outcome> record(DecisionRows rows) {
        return Uni.createFrom().emitter(emitter -> {
            if (waiting.incrementAndGet() > settings.maxPending()) {
                waiting.decrementAndGet();
                emitter.fail(Problem.unavailable("Too many decisions wait to be recorded."));
                return;
            }
            queue.add(new Waiting(rows, emitter));
            flush();
        });
    }

    private void flush() {
        if (queue.isEmpty() || !flushing.compareAndSet(false, true)) {
            return;
        }
        List<Waiting> batch = new ArrayList<>();
        DecisionRows rows = new DecisionRows();
        for (Waiting next = queue.poll(); next != null; next = rows.size() < LARGEST_FLUSH ? queue.poll() : null) {
            batch.add(next);
            rows.addAll(next.rows());
        }
        waiting.addAndGet(-batch.size());
        sizes.record(rows.size());
        long start = System.nanoTime();
        pool.preparedQuery(DecisionRows.RECORD)
                .execute(rows.tuple())
                .map(recorded -> {
                    Set<UUID> ids = new HashSet<>();
                    recorded.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                })
                .ifNoItem()
                .after(within)
                .fail()
                .onTermination()
                .invoke(() -> next(start))
                .subscribe()
                .with(ids -> recorded(batch, ids, start), fault -> failed(batch, fault));
    }

    /** Lets those who came meanwhile go on before those who are through are answered. */
    private void next(long start) {
        timer.record(Duration.ofNanos(System.nanoTime() - start));
        flushing.set(false);
        flush();
    }

    private void recorded(List<Waiting> batch, Set<UUID> ids, long start) {
        Outcome recorded = new Recorded(start);
        Outcome outdated = new Outdated();
        batch.forEach(
                done -> done.emitter().complete(ids.containsAll(done.rows().ids()) ? recorded : outdated));
    }

    private static void failed(List<Waiting> batch, Throwable fault) {
        LOG.warnf("%d requests cannot be recorded and are not answered: %s", batch.size(), fault.toString());
        batch.forEach(done ->
                done.emitter().fail(Problem.unavailable("Decisions cannot be recorded now, so none is given.")));
    }
}
