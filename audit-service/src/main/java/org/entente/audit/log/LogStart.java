package org.entente.audit.log;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.Tile;
import org.entente.tlog.VerifierKey;
import org.jboss.logging.Logger;

/**
 * Checks the stored log before the first event is taken, or signs the empty one; what does not belong together stops the start. Hands over to
 * a newer key, and begins to compare with what is remembered outside the database.
 */
class LogStart {

    private static final Logger LOG = Logger.getLogger(LogStart.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pool pool;
    private final LogKeys keys;
    private final LogGate gate;
    private final Outbox outbox;
    private final ObjectMapper json;

    LogStart(Pool pool, LogKeys keys, LogGate gate, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.keys = keys;
        this.gate = gate;
        this.outbox = outbox;
        this.json = json;
    }

    void start(@Observes @Priority(10) StartupEvent start) {
        check(keys);
        gate.compareInBackground();
    }

    void check(LogKeys withKeys) {
        pool.withTransaction(connection -> checkWithin(connection, withKeys))
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Void> checkWithin(SqlClient connection, LogKeys withKeys) {
        LogTables tables = new LogTables(connection);
        return tables.lockHead().chain(head -> {
            String checkpoint = head.checkpoint();
            if (checkpoint == null) {
                return signFirst(tables, head, withKeys);
            }
            KeyChange change = KeyChange.of(withKeys, head);
            VerifierKey signer = change == null ? withKeys.current().verifierKey() : change.previous();
            return tables.edge()
                    .call(edge -> compare(connection, head, checkpoint, edge, signer))
                    .chain(edge -> change == null
                            ? Uni.createFrom().voidItem()
                            : handOver(connection, head, edge, change, withKeys));
        });
    }

    private static Uni<Void> signFirst(LogTables tables, LogHead head, LogKeys withKeys) {
        if (!head.isOf(GrowingTree.EMPTY)) {
            throw new IllegalStateException("The stored log is refused: it is not empty and was never signed.");
        }
        Checkpoint first = new Checkpoint(withKeys.origin(), head.size(), head.root());
        return tables.replaceHead(
                new LogHead(head.size(), head.root(), withKeys.sign(first).toString()));
    }

    /** The hand-over's entry is the last one of the first tree that the new key signs. */
    private Uni<Void> handOver(
            SqlClient connection, LogHead head, GrowingTree edge, KeyChange change, LogKeys withKeys) {
        LogTables tables = new LogTables(connection);
        List<Entry> entries = List.of(Entry.of(change.handover()));
        Log.Grown grown =
                Log.Grown.of(edge.append(entries.stream().map(Entry::leaf).toList()), withKeys);
        LOG.infof(
                "The log's key hands over at size %d to %s",
                change.handover().size(), change.handover().next());
        return gate.pass()
                .chain(() -> tables.write(head.size(), entries, grown))
                .chain(() -> tables.insertHandover(change))
                .chain(() -> outbox.append(connection, List.of(event(change))));
    }

    private Event event(KeyChange change) {
        return Event.of(
                EventTypes.LOG_KEY_HANDED_OVER,
                change.handover().origin(),
                null,
                null,
                json.createObjectNode()
                        .put("size", change.handover().size())
                        .put("previous", change.previous().toString())
                        .put("next", change.handover().next().toString()));
    }

    private static Uni<Void> compare(
            SqlClient connection, LogHead head, String checkpoint, GrowingTree edge, VerifierKey signer) {
        long fullTiles = head.size() / Tile.FULL;
        return leavesFrom(connection, fullTiles * Tile.FULL)
                .chain(leaves -> countTiles(connection)
                        .invoke(count -> new LogCheck(head, checkpoint, edge, leaves, count).pass(signer)))
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
