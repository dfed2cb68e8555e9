package org.entente.access.decision;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
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
import org.jboss.logging.Logger;

/**
 * Records decisions that use licences, together with what they use (decision record 0047). Apart from all others: who asks
 * for nothing that is controlled never waits for a licence. The decisions of one request at a time, in the order they come,
 * so that those of one replica do not wait for each other in the database, where waiting costs a connection each.
 */
@ApplicationScoped
class LicensedDecisions {
    private static final Logger LOG = Logger.getLogger(LicensedDecisions.class);
    private static final String RECORD =
            "select * from record_licensed_decisions($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private final Pool pool;
    private final DecisionSettings settings;
    private final Duration within;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean isRecording = new AtomicBoolean();

    LicensedDecisions(Pool pool, DecisionSettings settings, AnswerSettings answers) {
        this.pool = pool;
        this.settings = settings;
        this.within = answers.within();
    }

    private record Waiting(DecisionRows rows, List<Take> takes, UniEmitter<? super DecisionLog.Outcome> emitter) {
        Tuple tuple() {
            return rows.tuple()
                    .addArrayOfUUID(takes.stream().map(Take::decision).toArray(UUID[]::new))
                    .addArrayOfUUID(takes.stream().map(Take::licence).toArray(UUID[]::new))
                    .addArrayOfString(takes.stream().map(Take::key).toArray(String[]::new));
        }
    }

    /** Fails with a 503 problem if the store is away or slow, or too many wait. */
    Uni<DecisionLog.Outcome> record(DecisionRows rows, List<Take> takes) {
        return Uni.createFrom().emitter(emitter -> {
            if (waiting.incrementAndGet() > settings.maxPending()) {
                waiting.decrementAndGet();
                emitter.fail(Problem.unavailable("Too many decisions wait to be recorded."));
                return;
            }
            queue.add(new Waiting(rows, takes, emitter));
            next();
        });
    }

    private void next() {
        while (!queue.isEmpty() && isRecording.compareAndSet(false, true)) {
            Waiting one = queue.poll();
            if (one != null) {
                record(one);
                return;
            }
            isRecording.set(false);
        }
    }

    private void record(Waiting one) {
        waiting.decrementAndGet();
        long start = System.nanoTime();
        pool.preparedQuery(RECORD)
                .execute(one.tuple())
                .map(answer -> outcome(answer, start))
                .ifNoItem()
                .after(within)
                .fail()
                .onTermination()
                .invoke(() -> {
                    isRecording.set(false);
                    next();
                })
                .subscribe()
                .with(one.emitter()::complete, fault -> {
                    LOG.warnf("A request cannot be recorded and is not answered: %s", fault.toString());
                    one.emitter().fail(Problem.unavailable("Decisions cannot be recorded now, so none is given."));
                });
    }

    private static DecisionLog.Outcome outcome(RowSet<Row> answer, long start) {
        Map<UUID, Set<UUID>> spent = new HashMap<>();
        for (Row row : answer) {
            switch (row.getString("outcome")) {
                case "RECORDED" -> {
                    return new DecisionLog.Recorded(start);
                }
                case "SHORT" ->
                    spent.computeIfAbsent(row.getUUID("decision"), decision -> new HashSet<>())
                            .add(row.getUUID("licence"));
                default -> {
                    return new DecisionLog.Outdated();
                }
            }
        }
        return spent.isEmpty() ? new DecisionLog.Outdated() : new DecisionLog.Spent(spent);
    }
}
