package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.KeyProvider;
import org.entente.http.Problem;

/**
 * Changes under which labels lists find an asset, in the transaction of what changes them: its portions being marked anew, or
 * a tearline that comes or goes.
 */
@ApplicationScoped
public class Relisting {
    private static final String NEWEST = "select version from listed_asset where asset = $1 for update";
    private static final String LABELS =
            "select label from asset_label where asset = $1 and version = $2 order by label collate \"C\"";
    private static final String INSERT_SET = """
            insert into label_set (labels, digest) select $1, $2
            where not exists (select from label_set where digest = $2) on conflict do nothing""";
    private static final String UPDATE =
            "update listed_asset set label_set = (select id from label_set where digest = $2), seal = $3 where asset = $1";
    private static final String ADD_LABEL =
            "insert into asset_label (asset, version, label, portions) values ($1, $2, $3, 0) on conflict do nothing";
    private static final String REMOVE_LABEL = """
            delete from asset_label al where asset = $1 and version = $2 and label = $3 and portions = 0
                and not exists (select from asset_version v where v.asset = $1 and v.version = $2 and v.title_label = $3)""";

    private final MarkingChanges changes;
    private final KeyProvider keys;

    Relisting(MarkingChanges changes, KeyProvider keys) {
        this.changes = changes;
        this.keys = keys;
    }

    /**
     * Waits for its turn.
     *
     * @throws Problem (as failure) 409 where another version came meanwhile
     */
    public Uni<Void> begin(SqlClient transaction, StoredAsset asset) {
        return changes.lock(transaction, asset.id())
                .chain(() -> transaction.preparedQuery(NEWEST).execute(Tuple.of(asset.id())))
                .invoke(rows -> {
                    if (rows.size() == 0 || rows.iterator().next().getInteger("version") != asset.version()) {
                        throw Problem.conflict(null, "The asset has a newer version.");
                    }
                })
                .replaceWithVoid();
    }

    /** Adds a label under which no portion stands. */
    public Uni<Void> add(SqlClient transaction, StoredAsset asset, String label) {
        return transaction
                .preparedQuery(ADD_LABEL)
                .execute(Tuple.of(asset.id(), asset.version(), label))
                .replaceWithVoid();
    }

    /** Takes a label away, unless a portion or the title stands under it. */
    public Uni<Void> remove(SqlClient transaction, StoredAsset asset, String label) {
        return transaction
                .preparedQuery(REMOVE_LABEL)
                .execute(Tuple.of(asset.id(), asset.version(), label))
                .replaceWithVoid();
    }

    /**
     * Lists the asset under the labels that it has by now.
     *
     * @param cause the proposal that was approved or withdrawn
     */
    public Uni<Void> end(SqlClient transaction, StoredAsset asset, UUID cause) {
        return transaction
                .preparedQuery(LABELS)
                .execute(Tuple.of(asset.id(), asset.version()))
                .chain(rows -> {
                    List<String> labels = new ArrayList<>();
                    rows.forEach(row -> labels.add(row.getString("label")));
                    return list(transaction, asset, labels);
                })
                .chain(() -> changes.add(transaction, asset, cause));
    }

    private Uni<Void> list(SqlClient transaction, StoredAsset asset, List<String> labels) {
        String digest = LabelSet.digest(labels);
        DataKey key = asset.key(keys);
        byte[] seal = key.seal(Listing.place(asset.id(), asset.version(), digest), new byte[0]);
        return transaction
                .preparedQuery(INSERT_SET)
                .execute(Tuple.of(labels.toArray(String[]::new), digest))
                .chain(() -> transaction
                        .preparedQuery(UPDATE)
                        .execute(Tuple.tuple()
                                .addUUID(asset.id())
                                .addString(digest)
                                .addBuffer(Buffer.buffer(seal))))
                .replaceWithVoid();
    }
}
