package org.entente.catalog.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.InternedLabel;

/**
 * Goes through the portions of some assets, a few at a time: a bundle may have a hundred thousand, more than there is memory
 * for. An object and its separately marked properties, which follow it, are never parted.
 */
final class StoredPortions {
    private static final int AT_A_TIME = 500;
    private static final String STORED = """
            select p.asset, p.version, p.seq, p.id, p.label, l.document,
                   case when p.id like '%#%' then null else p.content end as content
            from listed_asset s
            join portion p on p.asset = s.asset and p.version = s.version
            join label l on l.id = p.label
            where p.id like '%--%' and s.asset = """;
    private static final String ALL = STORED + "any($1) order by p.asset, p.seq";
    private static final String NEXT = STORED + "$1 and p.seq > $2 order by p.seq limit $3";

    private final SqlConnection transaction;
    private final Function<List<Stored>, Uni<Void>> work;

    private StoredPortions(SqlConnection transaction, Function<List<Stored>, Uni<Void>> work) {
        this.transaction = transaction;
        this.work = work;
    }

    /** A portion as it is stored. */
    @SuppressWarnings("ArrayRecordComponent") // carried from the database to the key, never compared
    record Stored(UUID asset, int version, int seq, String id, InternedLabel label, byte[] content) {
        boolean isProperty() {
            return id.contains("#");
        }
    }

    /** Does the work on some after the others: on small assets together, on a large one bit by bit. */
    static Uni<Void> each(SqlConnection transaction, List<StoredAsset> assets, Function<List<Stored>, Uni<Void>> work) {
        StoredPortions portions = new StoredPortions(transaction, work);
        Uni<Void> done = Uni.createFrom().voidItem();
        List<UUID> small = new ArrayList<>();
        int together = 0;
        for (StoredAsset asset : assets) {
            if (asset.portions() > AT_A_TIME) {
                done = done.chain(() -> portions.after(asset.id(), -1, List.of()));
                continue;
            }
            if (together + asset.portions() > AT_A_TIME) {
                List<UUID> group = List.copyOf(small);
                done = done.chain(() -> portions.all(group));
                small.clear();
                together = 0;
            }
            small.add(asset.id());
            together += asset.portions();
        }
        return done.chain(() -> portions.all(small));
    }

    private Uni<Void> all(List<UUID> assets) {
        return assets.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(ALL)
                        .execute(Tuple.tuple().addArrayOfUUID(assets.toArray(UUID[]::new)))
                        .chain(rows -> work.apply(read(rows)));
    }

    /** @param held what came last, of which more may follow */
    private Uni<Void> after(UUID asset, int seq, List<Stored> held) {
        return transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(asset, seq, AT_A_TIME))
                .chain(rows -> {
                    List<Stored> portions = new ArrayList<>(held);
                    portions.addAll(read(rows));
                    if (rows.size() < AT_A_TIME) {
                        return work.apply(portions);
                    }
                    int end = startOfLast(portions);
                    Stored last = portions.get(portions.size() - 1);
                    return work.apply(List.copyOf(portions.subList(0, end)))
                            .chain(() -> after(asset, last.seq(), List.copyOf(portions.subList(end, portions.size()))));
                });
    }

    /** Where the last object begins. */
    private static int startOfLast(List<Stored> all) {
        int start = all.size() - 1;
        while (start > 0 && all.get(start).isProperty()) {
            start--;
        }
        return start;
    }

    private static List<Stored> read(RowSet<Row> rows) {
        List<Stored> read = new ArrayList<>(rows.size());
        rows.forEach(row -> read.add(new Stored(
                row.getUUID("asset"),
                row.getInteger("version"),
                row.getInteger("seq"),
                row.getString("id"),
                new InternedLabel(row.getString("label"), row.getString("document")),
                row.getBuffer("content") == null
                        ? new byte[0]
                        : row.getBuffer("content").getBytes())));
        return read;
    }
}
