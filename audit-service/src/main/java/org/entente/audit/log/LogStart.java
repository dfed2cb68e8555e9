package org.entente.audit.log;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.entente.tlog.Tile;

/** Checks the stored log before the first event is taken, or signs the empty one; what does not belong together stops the start. */
class LogStart {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pool pool;
    private final SigningKey key;

    LogStart(Pool pool, SigningKey key) {
        this.pool = pool;
        this.key = key;
    }

    void check(@Observes @Priority(10) StartupEvent start) {
        pool.withTransaction(this::checkWithin).await().atMost(PATIENCE);
    }

    private Uni<Void> checkWithin(SqlClient connection) {
        LogTables tables = new LogTables(connection);
        return tables.lockHead().chain(head -> {
            String checkpoint = head.checkpoint();
            return checkpoint == null
                    ? signFirst(tables, head)
                    : tables.edge().chain(edge -> compare(connection, head, checkpoint, edge));
        });
    }

    private Uni<Void> signFirst(LogTables tables, LogHead head) {
        if (!head.isOf(GrowingTree.EMPTY)) {
            throw new IllegalStateException("The stored log is refused: it is not empty and was never signed.");
        }
        Checkpoint first = new Checkpoint(key.name(), head.size(), head.root());
        String signed = SignedCheckpoint.sign(first, key).toString();
        return tables.replaceHead(new LogHead(head.size(), head.root(), signed));
    }

    private Uni<Void> compare(SqlClient connection, LogHead head, String checkpoint, GrowingTree edge) {
        long fullTiles = head.size() / Tile.FULL;
        return leavesFrom(connection, fullTiles * Tile.FULL)
                .chain(leaves -> countTiles(connection)
                        .invoke(count -> new LogCheck(head, checkpoint, edge, leaves, count).pass(key.verifierKey())))
                .replaceWithVoid();
    }

    private static Uni<Long> countTiles(SqlClient connection) {
        return connection
                .preparedQuery("select count(*) as tiles from tile where level = 0")
                .execute()
                .map(rows -> rows.iterator().next().getLong("tiles"));
    }

    /** At most one more than a tile holds: one too many is a difference, too. */
    private static Uni<List<Hash>> leavesFrom(SqlClient connection, long first) {
        return connection
                .preparedQuery("select entry from log_entry where index >= $1 order by index limit $2")
                .execute(Tuple.of(first, Tile.FULL + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Hash.leaf(row.getString("entry").getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }
}
