package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.InternedLabel;

/** Reads assets. What does not exist is looked for as long as what does. */
@ApplicationScoped
public class StoredAssets {
    private static final String ASSETS = """
            select a.id, v.version, v.form, a.originator, a.registered, v.registered as changed, v.portions, v.sha256,
                   k.wrapped, k.wrapped_with, v.title, v.purpose_note, v.title_label,
                   l.document as title_label_document, v.seal%s
            from asset a
            %s
            join asset_key k on k.asset = a.id
            join label l on l.id = v.title_label
            """;
    private static final String NEWEST = """
            join lateral (select * from asset_version where asset = a.id order by version desc limit 1) v on true""";
    private static final String ONE = ASSETS.formatted("", NEWEST) + "where a.id = $1";
    private static final String EARLIER =
            ASSETS.formatted("", "join asset_version v on v.asset = a.id") + "where a.id = $1 and v.version = $2";
    private static final String LISTED = ASSETS.formatted(", s.label_set, s.seal as label_seal", NEWEST)
            + "join listed_asset s on s.asset = a.id where a.id = any($1)";
    /** Asset by asset: the database is not to guess how many there are, and read all. */
    private static final String PAGE = "select listed.* from (%s) as place (registered, asset) cross join lateral ("
            + LISTED.replace("any($1)", "place.asset")
            + " limit 1) listed order by place.registered desc, place.asset desc";

    private static final String LABELS = """
            select l.id, l.document, al.portions from asset_label al join label l on l.id = al.label
            where al.asset = $1 and al.version = $2""";
    private static final String MARKS =
            "select seq, id, label from portion where asset = $1 and version = $2 order by seq";
    private static final String CONTENTS =
            "select seq, content from portion where asset = $1 and version = $2 and seq = any($3::integer[])";
    private static final int NO_VERSION = 0;

    private final Pool pool;

    StoredAssets(Pool pool) {
        this.pool = pool;
    }

    /** The newest version of an asset. */
    public Uni<Optional<StoredAsset>> find(UUID id) {
        return pool.preparedQuery(ONE).execute(Tuple.of(id)).map(rows -> AssetRows.read(rows).stream()
                .findFirst());
    }

    /** That version of an asset. */
    Uni<Optional<StoredAsset>> find(UUID id, int version) {
        return pool.preparedQuery(EARLIER).execute(Tuple.of(id, version)).map(rows -> AssetRows.read(rows).stream()
                .findFirst());
    }

    /** Those assets as a list finds them, in that order; one that is not there is left out. */
    public Uni<List<ListedAsset>> listed(List<UUID> ids) {
        return pool.preparedQuery(LISTED)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(AssetRows::listed)
                .map(found ->
                        ids.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    /** The statement for the assets at some places, in their order; these are selected with the parameters of that statement. */
    static String at(String places) {
        return PAGE.formatted(places);
    }

    /** What such a statement finds. */
    Uni<List<ListedAsset>> page(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).map(AssetRows::inOrder);
    }

    /** The labels of the version found; none if there is no asset. */
    public Uni<AssetLabels> labels(UUID id, Optional<StoredAsset> found) {
        return pool.preparedQuery(LABELS).execute(version(id, found)).map(rows -> {
            Map<String, InternedLabel> labels = new HashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            rows.forEach(row -> {
                InternedLabel label = new InternedLabel(row.getString("id"), row.getString("document"));
                labels.put(label.id(), label);
                counts.put(label.id(), row.getInteger("portions"));
            });
            return new AssetLabels(labels, counts);
        });
    }

    /** The portions of the version found, in order, without their content; none if there is no asset. */
    public Uni<List<Mark>> marks(UUID id, Optional<StoredAsset> found) {
        return pool.preparedQuery(MARKS).execute(version(id, found)).map(rows -> {
            List<Mark> marks = new ArrayList<>(rows.size());
            rows.forEach(
                    row -> marks.add(new Mark(row.getInteger("seq"), row.getString("id"), row.getString("label"))));
            return marks;
        });
    }

    /** The sealed contents of some portions, by their place in the order. */
    public Uni<Map<Integer, byte[]>> contents(StoredAsset asset, List<Mark> marks) {
        Integer[] places = marks.stream().map(Mark::seq).toArray(Integer[]::new);
        return pool.preparedQuery(CONTENTS)
                .execute(Tuple.of(asset.id(), asset.version(), places))
                .map(rows -> {
                    Map<Integer, byte[]> contents = new HashMap<>();
                    rows.forEach(row -> contents.put(
                            row.getInteger("seq"), row.getBuffer("content").getBytes()));
                    return contents;
                });
    }

    private static Tuple version(UUID id, Optional<StoredAsset> found) {
        return Tuple.of(id, found.map(StoredAsset::version).orElse(NO_VERSION));
    }
}
