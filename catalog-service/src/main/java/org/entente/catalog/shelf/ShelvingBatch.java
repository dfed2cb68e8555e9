package org.entente.catalog.shelf;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.shelf.StoredPortions.Stored;
import org.entente.catalog.tearline.StoredTearline;
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
    private final StoredAssets assets;
    private final Tearlines tearlines;
    private final KeyProvider keys;
    private final ObjectMapper json;
    private final ShelfRows rows;
    private final IntegrityAlarm alarm;
    private final Instance<ShelfReader> readers;

    ShelvingBatch(
            StoredAssets assets,
            Tearlines tearlines,
            KeyProvider keys,
            ObjectMapper json,
            ShelfRows rows,
            IntegrityAlarm alarm,
            Instance<ShelfReader> readers) {
        this.assets = assets;
        this.tearlines = tearlines;
        this.keys = keys;
        this.json = json;
        this.rows = rows;
        this.alarm = alarm;
        this.readers = readers;
    }

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
                .chain(listed -> OffEventLoop.run(() -> new Unsealing(listed, keys, json))
                        .chain(unsealing -> tellAll(reader -> reader.forget(transaction, ids))
                                .chain(() -> StoredPortions.each(
                                        transaction, listed, some -> open(transaction, unsealing, some)))
                                .chain(() -> approved(transaction, listed, unsealing))
                                .chain(approved -> OffEventLoop.run(() -> placed(unsealing, approved)))
                                .chain(places -> rows.replace(transaction, ids, places))
                                .chain(() -> report(transaction, unsealing.broken()))));
    }

    /** Who looks at what comes looks at what the assets themselves say. */
    private Uni<Void> open(SqlConnection transaction, Unsealing unsealing, List<Stored> portions) {
        return OffEventLoop.run(() -> unsealing.open(portions))
                .chain(objects -> tellAll(reader -> reader.read(transaction, objects)));
    }

    /** Where one of the approvals is not as it was stored, each asset by itself, so that it keeps back no other. */
    private Uni<List<StoredTearline>> approved(
            SqlConnection transaction, List<StoredAsset> listed, Unsealing unsealing) {
        return tearlines
                .approved(transaction, listed)
                .onFailure(IntegrityException.class)
                .recoverWithUni(() -> {
                    List<StoredTearline> approved = new ArrayList<>();
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (StoredAsset asset : listed) {
                        all = all.chain(() -> tearlines.approved(transaction, asset))
                                .onItem()
                                .invoke(approved::addAll)
                                .replaceWithVoid()
                                .onFailure(IntegrityException.class)
                                .recoverWithItem(fault -> {
                                    unsealing.fails(asset.id(), (IntegrityException) fault);
                                    return null;
                                });
                    }
                    return all.replaceWith(approved);
                });
    }

    private static List<ObjectPlace> placed(Unsealing unsealing, List<StoredTearline> approved) {
        approved.forEach(unsealing::add);
        return unsealing.places();
    }

    /** What is not as it was stored is not on the shelf; it is looked at again, in case it was mended. */
    private Uni<Void> report(SqlConnection transaction, Map<UUID, IntegrityException> broken) {
        if (broken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> reported = tellAll(reader -> reader.forget(transaction, List.copyOf(broken.keySet())));
        for (Map.Entry<UUID, IntegrityException> one : broken.entrySet()) {
            reported = reported.call(
                            () -> alarm.sift(one.getKey(), Uni.createFrom().failure(one.getValue())))
                    .call(() -> transaction.preparedQuery(LATER).execute(Tuple.of(one.getKey())));
        }
        return reported;
    }

    private Uni<Void> tellAll(Function<ShelfReader, Uni<Void>> what) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ShelfReader reader : readers) {
            told = told.chain(() -> what.apply(reader));
        }
        return told;
    }

    private static Uni<Void> forget(SqlConnection transaction, List<Long> places) {
        return transaction
                .preparedQuery("delete from shelf_queue where seq = any($1)")
                .execute(Tuple.tuple().addArrayOfLong(places.toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
