package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.entente.http.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether labels changed since they were read: nothing is shown under labels that are over. */
@ApplicationScoped
public class MarkingChanges {
    private static final String OF_ASSET = """
            select case when exists (select from asset_withdrawal where asset = $1) then -1
                        else coalesce((select max(id) from marking_change where asset = $1), 0) end as newest""";
    private static final String SHARED_LOCK = "select pg_advisory_xact_lock_shared(hashtextextended($1, 40))";
    private static final String SESSION_LOCK =
            "select cast(pg_advisory_xact_lock_shared(hashtextextended(?1, 40)) as text)";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 40))";

    private static final String UNCHANGED = """
            select version from listed_asset l
            where asset = %s and version = %s
              and (select coalesce(max(id), 0) from marking_change c where c.asset = l.asset) = %s for share""";

    private static final String UNCHANGED_VERSIONS = """
            select l.asset from unnest($1::uuid[], $2::integer[]) as read (asset, version)
            join listed_asset l on l.asset = read.asset and l.version = read.version for share of l""";

    private final Pool pool;
    private final MarkingConfig config;

    MarkingChanges(Pool pool, MarkingConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The newest change of an asset's labels; 0 if there is none, or no asset; another one than any before once it is withdrawn. */
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
     * Makes sure that the asset is neither withdrawn nor superseded nor marked anew since it was read, and stays so until the
     * end of the transaction: what does any of that waits for it, and then finds on record what went before.
     *
     * @throws Problem (as failure) 503 where it is not
     */
    public Uni<Void> requireUnchanged(SqlClient transaction, StoredAsset asset, long change) {
        return transaction
                .preparedQuery(SHARED_LOCK)
                .execute(Tuple.of(asset.id().toString()))
                .chain(() -> transaction
                        .preparedQuery(UNCHANGED.formatted("$1", "$2", "$3"))
                        .execute(Tuple.of(asset.id(), asset.version(), change)))
                .invoke(rows -> requireUnchanged(rows.size() == 1))
                .replaceWithVoid();
    }

    /** The same in the transaction of a session. */
    public Uni<Void> requireUnchanged(Mutiny.Session session, StoredAsset asset, long change) {
        return session.createNativeQuery(SESSION_LOCK, String.class)
                .setParameter(1, asset.id().toString())
                .getSingleResult()
                .chain(() -> session.createNativeQuery(UNCHANGED.formatted("?1", "?2", "?3"), Integer.class)
                        .setParameter(1, asset.id())
                        .setParameter(2, asset.version())
                        .setParameter(3, change)
                        .getResultList())
                .invoke(rows -> requireUnchanged(rows.size() == 1))
                .replaceWithVoid();
    }

    /**
     * The same for many assets, of which none was marked anew since.
     *
     * @param epoch how many changes of labels there had been
     * @param versions that the assets were read in
     */
    public Uni<Void> requireUnchanged(SqlClient transaction, long epoch, Map<UUID, Integer> versions) {
        return transaction
                .preparedQuery(UNCHANGED_VERSIONS)
                .execute(Tuple.of(
                        versions.keySet().toArray(UUID[]::new),
                        versions.values().toArray(Integer[]::new)))
                .invoke(rows -> requireUnchanged(rows.size() == versions.size()))
                .chain(() -> transaction
                        .query("select epoch from marking_epoch for share") // last, as changes of labels take it last
                        .execute())
                .invoke(rows -> requireUnchanged(rows.iterator().next().getLong("epoch") == epoch))
                .replaceWithVoid();
    }

    private static void requireUnchanged(boolean isUnchanged) {
        if (!isUnchanged) {
            throw Problem.unavailable("It has just changed; ask again.");
        }
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
