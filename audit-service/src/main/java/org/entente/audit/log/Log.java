package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;

/** Appends to the log. Whatever is appended is durable, in the tree and under a signed checkpoint, or nothing of it is. */
@ApplicationScoped
public class Log {

    private final Pool pool;
    private final SigningKey key;
    private final LogMetrics metrics;

    Log(Pool pool, SigningKey key, LogMetrics metrics) {
        this.pool = pool;
        this.key = key;
        this.metrics = metrics;
    }

    /**
     * Appends entries in this order, in one transaction, passing over those whose event stands in the log already; answers how many are
     * new. Fails, and changes nothing, if the stored tiles are not those of the stored head.
     */
    public Uni<Integer> append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return metrics.timed(pool.withTransaction(connection -> {
            LogTables tables = new LogTables(connection);
            return tables.lockHead()
                    .chain(head -> tables.known(entries.stream().map(Entry::act).toList())
                            .map(known -> withoutKnown(entries, known))
                            .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().item(0) : grow(tables, head, fresh)));
        }));
    }

    private Uni<Integer> grow(LogTables tables, LogHead head, List<Entry> entries) {
        return tables.edge().chain(tree -> {
            if (!head.isOf(tree)) {
                throw new IllegalStateException("The stored tiles do not lead to the stored root: the log is damaged.");
            }
            GrowingTree.Growth growth =
                    tree.append(entries.stream().map(Entry::leaf).toList());
            LogHead next = sign(growth.tree());
            return tables.insertEntries(head.size(), entries)
                    .chain(() -> tables.insertFull(growth.full()))
                    .chain(() -> tables.replaceGrowing(growth.growing()))
                    .chain(() -> tables.replaceHead(next))
                    .invoke(() -> metrics.grown(next.size(), entries))
                    .replaceWith(entries.size());
        });
    }

    /** Signed before the commit, published by it: should the commit fail, nobody has seen this checkpoint, and the log may go on differently. */
    private LogHead sign(GrowingTree tree) {
        Checkpoint checkpoint = new Checkpoint(key.name(), tree.size(), tree.root());
        return new LogHead(
                tree.size(),
                checkpoint.root(),
                SignedCheckpoint.sign(checkpoint, key).toString());
    }

    /** Also a batch may hold an event twice. */
    private static List<Entry> withoutKnown(List<Entry> entries, Set<Act.Key> known) {
        Set<Act.Key> seen = new HashSet<>(known);
        return entries.stream().filter(entry -> seen.add(entry.act().key())).toList();
    }
}
