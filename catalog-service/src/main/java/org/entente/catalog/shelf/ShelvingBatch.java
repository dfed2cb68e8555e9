package org.entente.catalog.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.shelf.Unsealing.Unsealed;
import org.entente.catalog.tearline.Tearlines;

/** Puts the objects of some waiting assets on the shelf; one transaction at a time, which makes their order one that never changes. */
@ApplicationScoped
class ShelvingBatch {
    private static final long LOCK = 0x7368656c66L; // "shelf"
    private static final int ASSETS = 1_000;
    private static final int PORTIONS = 5_000;
    private static final String NEXT = """
            with next as (select seq, asset from shelf_queue where due <= now() order by seq limit $1),
                 counted as (
                     select n.seq, n.asset, coalesce(v.portions, 0) as portions from next n
                     left join listed_asset l on l.asset = n.asset
                     left join asset_version v on v.asset = l.asset and v.version = l.version)
            select seq, asset from (
                select seq, asset, sum(portions) over (order by seq) - portions as before from counted) as summed
            where before < $2""";
    private static final String LATER = "insert into shelf_queue (asset, due) values ($1, now() + interval '1 hour')";
    private static final String CONTENTS = """
            select p.asset, p.version, p.seq, p.id, p.label, l.document,
                   case when p.id like '%#%' then null else p.content end as content
            from listed_asset s
            join portion p on p.asset = s.asset and p.version = s.version
            join label l on l.id = p.label
            where s.asset = any($1) and p.id like '%--%' order by p.asset, p.seq""";

    private final StoredAssets assets;
    private final Tearlines tearlines;
    private final Unsealing unsealing;
    private final ShelfRows rows;
    private final IntegrityAlarm alarm;
    private final Instance<ShelfReader> readers;

    ShelvingBatch(
            StoredAssets assets,
            Tearlines tearlines,
            Unsealing unsealing,
            ShelfRows rows,
            IntegrityAlarm alarm,
            Instance<ShelfReader> readers) {
        this.assets = assets;
        this.tearlines = tearlines;
        this.unsealing = unsealing;
        this.rows = rows;
        this.alarm = alarm;
        this.readers = readers;
    }

    /** A portion as it is stored. */
    @SuppressWarnings("ArrayRecordComponent") // carried from the database to the key, never compared
    record Stored(int version, int seq, String id, InternedLabel label, byte[] content) {}

    /** How many assets were looked at; none are waiting any more when it is zero. */
    Uni<Integer> shelve(SqlConnection transaction) {
        return transaction
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(() -> transaction.preparedQuery(NEXT).execute(Tuple.of(ASSETS, PORTIONS)))
                .chain(waiting -> {
                    List<Long> places = new ArrayList<>();
                    List<UUID> ids = new ArrayList<>();
                    waiting.forEach(row -> {
                        places.add(row.getLong("seq"));
                        ids.add(row.getUUID("asset"));
                    });
                    return ids.isEmpty()
                            ? Uni.createFrom().item(0)
                            : shelve(transaction, ids.stream().distinct().toList())
                                    .chain(() -> forget(transaction, places))
                                    .replaceWith(ids.size());
                });
    }

    private Uni<Void> shelve(SqlConnection transaction, List<UUID> ids) {
        return assets.listed(ids)
                .map(listed -> listed.stream().map(ListedAsset::asset).toList())
                .chain(listed -> contents(transaction, ids).chain(stored -> tearlines
                        .approved(transaction, listed)
                        .chain(approved -> OffEventLoop.run(() -> unsealing.open(listed, stored, approved)))))
                .call(opened -> put(transaction, ids, opened.objects()))
                .chain(opened -> report(transaction, opened.broken()));
    }

    /** Who looks at what comes looks at what the assets themselves say. */
    private Uni<Void> put(SqlConnection transaction, List<UUID> ids, List<Unsealed> objects) {
        List<OpenedObject> originals = objects.stream()
                .filter(one -> one.tearline() == null)
                .map(Unsealed::object)
                .toList();
        return rows.replace(transaction, ids, objects).chain(() -> read(transaction, ids, originals));
    }

    /** What is not as it was stored is not on the shelf; it is looked at again, in case it was mended. */
    private Uni<Void> report(SqlConnection transaction, Map<UUID, IntegrityException> broken) {
        Uni<Void> reported = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, IntegrityException> one : broken.entrySet()) {
            reported = reported.call(
                            () -> alarm.sift(one.getKey(), Uni.createFrom().failure(one.getValue())))
                    .call(() -> transaction.preparedQuery(LATER).execute(Tuple.of(one.getKey())));
        }
        return reported;
    }

    private Uni<Void> read(SqlConnection transaction, List<UUID> ids, List<OpenedObject> objects) {
        Uni<Void> read = Uni.createFrom().voidItem();
        for (ShelfReader reader : readers) {
            read = read.chain(() -> reader.read(transaction, ids, objects));
        }
        return read;
    }

    private static Uni<Map<UUID, List<Stored>>> contents(SqlConnection transaction, List<UUID> ids) {
        return transaction
                .preparedQuery(CONTENTS)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(found -> {
                    Map<UUID, List<Stored>> byAsset = new LinkedHashMap<>();
                    found.forEach(row -> byAsset.computeIfAbsent(row.getUUID("asset"), asset -> new ArrayList<>())
                            .add(stored(row)));
                    return byAsset;
                });
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getInteger("version"),
                row.getInteger("seq"),
                row.getString("id"),
                new InternedLabel(row.getString("label"), row.getString("document")),
                row.getBuffer("content") == null
                        ? new byte[0]
                        : row.getBuffer("content").getBytes());
    }

    private static Uni<Void> forget(SqlConnection transaction, List<Long> places) {
        return transaction
                .preparedQuery("delete from shelf_queue where seq = any($1)")
                .execute(Tuple.tuple().addArrayOfLong(places.toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
