package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.Place;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the assets, newest first, by an index: of all of them, or of those under some sets of labels. How long it
 * takes depends on what is found, not on what is passed over, but for readers of very many sets.
 */
@ApplicationScoped
public class Listing {
    /** More than that, and looking into each costs more than walking past what is not wanted. */
    private static final int FEW_SETS = 64;

    private static final String ALL = StoredAssets.at("""
            select registered, asset from listed_asset where (registered, asset) < ($1, $2)
            order by registered desc, asset desc limit $3""");
    private static final String BY_SET = StoredAssets.at("""
            select found.registered, found.asset from unnest($4::integer[]) as wanted (label_set)
            cross join lateral (
                select registered, asset from listed_asset listed
                where listed.label_set = wanted.label_set and (registered, asset) < ($1, $2)
                order by registered desc, asset desc limit $3) found
            order by found.registered desc, found.asset desc limit $3""");
    private static final String BY_SET_OR_NAME = StoredAssets.at("""
            select registered, asset from (
                select found.registered, found.asset from unnest($4::integer[]) as wanted (label_set)
                cross join lateral (
                    select registered, asset from listed_asset listed
                    where listed.label_set = wanted.label_set and (registered, asset) < ($1, $2)
                    order by registered desc, asset desc limit $3) found
                union
                select registered, asset from listed_asset
                where asset = any($5::uuid[]) and (registered, asset) < ($1, $2)) as either
            order by registered desc, asset desc limit $3""");
    private static final String RECENT = StoredAssets.at("""
            select registered, asset from (
                select registered, asset, label_set from listed_asset where (registered, asset) < ($1, $2)
                order by registered desc, asset desc limit 4000) recent
            where label_set = any($4::integer[]) order by registered desc, asset desc limit $3""");
    private static final String COUNT_ALL = "select count(*) from (select from listed_asset limit $1) as counted";
    private static final String COUNT_BY_SET_OR_NAME = """
            select count(*) from (
                select asset from (
                    select found.asset from unnest($2::integer[]) as wanted (label_set)
                    cross join lateral (
                        select asset from listed_asset listed
                        where listed.label_set = wanted.label_set limit $1) found
                    union
                    select asset from listed_asset where asset = any($3::uuid[])) as either
                limit $1) as counted""";
    private static final String COUNT_BY_SET = """
            select count(*) from (
                select from unnest($2::integer[]) as wanted (label_set)
                cross join lateral (
                    select from listed_asset listed where listed.label_set = wanted.label_set limit $1) found
                limit $1) as counted""";

    private final Pool pool;
    private final StoredAssets assets;

    Listing(Pool pool, StoredAssets assets) {
        this.pool = pool;
        this.assets = assets;
    }

    /**
     * Some assets.
     *
     * @param before they come after the one registered at this instant with this identifier
     * @param sets only those under one of these; absent for all
     * @param named these as well
     */
    public Uni<List<ListedAsset>> page(
            Instant before, UUID beforeId, @Nullable List<Integer> sets, List<UUID> named, int limit) {
        if (!named.isEmpty()) {
            Tuple place = Tuple.of(before.atOffset(ZoneOffset.UTC), beforeId, limit);
            place.addArrayOfInteger(sets == null ? new Integer[0] : sets.toArray(Integer[]::new));
            place.addArrayOfUUID(named.toArray(UUID[]::new));
            return assets.page(BY_SET_OR_NAME, place);
        }
        Tuple place = Tuple.of(before.atOffset(ZoneOffset.UTC), beforeId, limit);
        if (sets == null) {
            return assets.page(ALL, place);
        }
        place.addArrayOfInteger(sets.toArray(Integer[]::new));
        if (sets.size() <= FEW_SETS) {
            return assets.page(BY_SET, place);
        }
        return assets.page(RECENT, place)
                .chain(recent -> recent.size() == limit ? Uni.createFrom().item(recent) : assets.page(BY_SET, place));
    }

    /** How many there are under the sets or by name, or in all; it stops at {@code most}. */
    public Uni<Integer> count(@Nullable List<Integer> sets, List<UUID> named, int most) {
        if (!named.isEmpty()) {
            Tuple wanted = Tuple.of(most)
                    .addArrayOfInteger(sets == null ? new Integer[0] : sets.toArray(Integer[]::new))
                    .addArrayOfUUID(named.toArray(UUID[]::new));
            return pool.preparedQuery(COUNT_BY_SET_OR_NAME)
                    .execute(wanted)
                    .map(rows -> rows.iterator().next().getInteger(0));
        }
        Tuple bound = Tuple.of(most);
        if (sets != null) {
            bound.addArrayOfInteger(sets.toArray(Integer[]::new));
        }
        return pool.preparedQuery(sets == null ? COUNT_ALL : COUNT_BY_SET)
                .execute(bound)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Those of the assets that there are. */
    public Uni<List<ListedAsset>> find(List<UUID> ids) {
        return assets.listed(ids);
    }

    /** One asset as a list would find it. */
    public Uni<Optional<ListedAsset>> find(UUID id) {
        return assets.listed(List.of(id)).map(found -> found.stream().findFirst());
    }

    /**
     * Makes sure that the asset stands under the labels under which it was found. Fails with an {@link IntegrityException}
     * where somebody changed that.
     *
     * @param digest of the set of these labels
     */
    public Uni<Void> requireLabels(ListedAsset listed, DataKey key, String digest) {
        StoredAsset asset = listed.asset();
        byte[] seal = listed.seal();
        if (seal == null) {
            return assets.marks(asset.id(), Optional.of(asset))
                    .invoke(marks -> asset.requireComplete(key, marks))
                    .invoke(marks -> requireSame(asset, marks, digest))
                    .replaceWithVoid();
        }
        key.open(place(asset.id(), asset.version(), digest), seal);
        return Uni.createFrom().voidItem();
    }

    private static void requireSame(StoredAsset asset, List<StoredAsset.Mark> marks, String digest) {
        Set<String> labels = new HashSet<>();
        labels.add(asset.sealed().label().requireIntact().id());
        marks.forEach(mark -> labels.add(mark.label()));
        if (!LabelSet.digest(labels).equals(digest)) {
            throw new IntegrityException("labels");
        }
    }

    /** Where the seal of the labels of an asset belongs. */
    static Place place(UUID asset, int version, String digest) {
        return Place.of(Place.Kind.LABELS, asset, version, digest.getBytes(StandardCharsets.UTF_8));
    }
}
