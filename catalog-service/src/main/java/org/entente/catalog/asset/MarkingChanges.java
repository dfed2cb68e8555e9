package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.entente.http.Problem;

/** Whether labels changed since they were read: nothing is shown under labels that are over. */
@ApplicationScoped
public class MarkingChanges {
    private static final String OF_ASSET = "select coalesce(max(id), 0) as newest from marking_change where asset = $1";
    private static final String SHARED_LOCK = "select pg_advisory_xact_lock_shared(hashtextextended($1, 40))";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 40))";

    private final Pool pool;
    private final MarkingConfig config;

    MarkingChanges(Pool pool, MarkingConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The newest change of an asset's labels; 0 if there is none, or no asset. */
    public Uni<Long> of(UUID asset) {
        return newest(pool, asset);
    }

    /** How many changes there were of labels of any asset. */
    public Uni<Long> epoch() {
        return pool.query("select epoch from marking_epoch")
                .execute()
                .map(rows -> rows.iterator().next().getLong("epoch"));
    }

    /** Whether that is still the newest change, and stays so until the end of the transaction. */
    public Uni<Boolean> isNewest(SqlClient transaction, UUID asset, long change) {
        return transaction
                .preparedQuery(SHARED_LOCK)
                .execute(Tuple.of(asset.toString()))
                .chain(() -> newest(transaction, asset))
                .map(newest -> newest == change);
    }

    /**
     * Makes sure that what was found unchanged is answered in time.
     *
     * @param since when it was looked whether it is, in nanoseconds of the clock of this process
     * @throws Problem 503 where it is too late
     */
    public void requireInTime(long since) {
        if (System.nanoTime() - since > config.answerWithin().toNanos()) {
            throw Problem.unavailable("This could not be shown in time.");
        }
    }

    /** Completes when nothing can be answered any more that was found before. */
    public Uni<Void> settled() {
        return Uni.createFrom().voidItem().onItem().delayIt().by(config.answerWithin());
    }

    /** Waits for its turn, and until nobody is showing the asset under its present labels. */
    Uni<Void> lock(SqlClient transaction, UUID asset) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(asset.toString()))
                .replaceWithVoid();
    }

    /** Says that the labels are changed with this transaction; its last step, since it waits for all others' changes. */
    Uni<Void> add(SqlClient transaction, StoredAsset asset, UUID cause) {
        return transaction
                .preparedQuery("insert into marking_change (asset, version, cause) values ($1, $2, $3)")
                .execute(Tuple.of(asset.id(), asset.version(), cause))
                .chain(() -> transaction
                        .query("update marking_epoch set epoch = epoch + 1")
                        .execute())
                .replaceWithVoid();
    }

    private static Uni<Long> newest(SqlClient client, UUID asset) {
        return client.preparedQuery(OF_ASSET)
                .execute(Tuple.of(asset))
                .map(rows -> rows.iterator().next().getLong("newest"));
    }
}
