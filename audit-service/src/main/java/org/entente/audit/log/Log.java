package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** Appends to the log. Whatever is appended is durable, in the tree and under a signed checkpoint, or nothing of it is. */
@ApplicationScoped
public class Log {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final LogKeys keys;
    private final LogGate gate;
    private final LogMetrics metrics;
    private final AtomicReference<@Nullable SignedCheckpoint> toKeep = new AtomicReference<>();
    private final AtomicBoolean keeping = new AtomicBoolean();

    Log(Pool pool, LogKeys keys, LogGate gate, LogMetrics metrics) {
        this.pool = pool;
        this.keys = keys;
        this.gate = gate;
        this.metrics = metrics;
    }

    /**
     * Appends entries in this order, in one transaction, passing over those whose event stands in the log already; answers how many are
     * new. Fails, and changes nothing, if the stored tiles are not those of the stored head, if another replica signs with a newer key,
     * or if the stored log is not the one that was published.
     */
    public Uni<Integer> append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<Entry> once = without(entries, Set.of());
        // Hardly ever does an event come twice, so that is found out by the index alone, and only then looked for.
        return gate.pass()
                .chain(() -> metrics.timed(
                        appendNew(once).onFailure(Log::isKnown).recoverWithUni(() -> appendUnknown(once))))
                .invoke(appended -> keep());
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private Uni<Integer> appendNew(List<Entry> entries) {
        return pool.withTransaction(connection -> {
            LogTables tables = new LogTables(connection);
            return tables.lockHead().chain(head -> grow(tables, head, entries));
        });
    }

    private Uni<Integer> appendUnknown(List<Entry> entries) {
        return pool.withTransaction(connection -> {
            LogTables tables = new LogTables(connection);
            return tables.lockHead()
                    .chain(head -> tables.known(entries.stream().map(Entry::act).toList())
                            .map(known -> without(entries, known))
                            .chain(fresh -> grow(tables, head, fresh)));
        });
    }

    /** Within a transaction that has locked the head. */
    private Uni<Integer> grow(LogTables tables, LogHead head, List<Entry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().item(0)
                : tables.edge()
                        .map(tree -> next(head, tree, entries))
                        .call(grown -> tables.write(head.size(), entries, grown))
                        .invoke(grown -> metrics.grown(grown.head().size(), entries))
                        .invoke(grown -> toKeep.set(grown.signed()))
                        .replaceWith(entries.size());
    }

    /** What is to be written; signed before the commit, published by it: should the commit fail, nobody has seen this checkpoint. */
    Grown next(LogHead head, GrowingTree tree, List<Entry> entries) {
        if (!head.isOf(tree)) {
            throw new IllegalStateException("The stored tiles do not lead to the stored root: the log is damaged.");
        }
        String newest = head.checkpoint();
        if (newest != null && !keys.areInChargeOf(SignedCheckpoint.parse(newest))) {
            throw new IllegalStateException("Another key is in charge of this log now: start with that one.");
        }
        return Grown.of(tree.append(entries.stream().map(Entry::leaf).toList()), keys);
    }

    /** The rows of a larger tree. */
    record Grown(GrowingTree.Growth growth, LogHead head, SignedCheckpoint signed) {

        static Grown of(GrowingTree.Growth growth, LogKeys keys) {
            GrowingTree tree = growth.tree();
            Checkpoint checkpoint = new Checkpoint(keys.origin(), tree.size(), tree.root());
            SignedCheckpoint signed = keys.sign(checkpoint);
            return new Grown(growth, new LogHead(tree.size(), checkpoint.root(), signed.toString()), signed);
        }
    }

    /** One after the other, the newest only: what was published meanwhile is kept along with it. */
    private void keep() {
        if (toKeep.get() == null || !keeping.compareAndSet(false, true)) {
            return;
        }
        SignedCheckpoint newest = toKeep.getAndSet(null);
        Uni<Void> kept = newest == null ? Uni.createFrom().voidItem() : gate.keep(newest);
        kept.subscribe().with(done -> kept(), failure -> kept());
    }

    private void kept() {
        keeping.set(false);
        keep();
    }

    /** Also a batch may hold an event twice. */
    private static List<Entry> without(List<Entry> entries, Set<Act.Key> known) {
        Set<Act.Key> seen = new HashSet<>(known);
        return entries.stream().filter(entry -> seen.add(entry.act().key())).toList();
    }
}
