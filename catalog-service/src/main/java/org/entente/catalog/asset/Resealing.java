package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Manifest;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.content.Place;
import org.entente.catalog.search.Postings;
import org.jspecify.annotations.Nullable;

/** Puts portions of a version under other labels: what was bound to the old label is bound to the new one. */
@ApplicationScoped
public class Resealing {
    private static final String INSERT_LABELS = """
            insert into label (id, document)
            select * from unnest($1::text[], $2::text[]) on conflict do nothing""";
    private static final String COUNT_LABELS = """
            insert into asset_label (asset, version, label, portions)
            select $1, $2, * from unnest($3::text[], $4::integer[])
            on conflict (asset, version, label) do update set portions = excluded.portions""";
    private static final String CONTENTS = "select seq, content from portion where asset = $1 and version = $2";
    private static final String UPDATE_PORTIONS = """
            update portion p set label = n.label, content = decode(n.content, 'base64')
            from unnest($3::integer[], $4::text[], $5::text[]) as n (seq, label, content)
            where p.asset = $1 and p.version = $2 and p.seq = n.seq""";
    private static final String UPDATE_VERSION = """
            update asset_version set title = $3, purpose_note = $4, title_label = $5, seal = $6
            where asset = $1 and version = $2""";
    private static final String FORGET_LABELS =
            "delete from asset_label where asset = $1 and version = $2 and portions = 0 and label <> all($3)";

    private static final String INSERT_POSTINGS = """
            insert into search_posting (token, asset, seq) select decode(token, 'base64'), $1, seq
            from unnest($2::text[], $3::integer[]) as p (token, seq)""";

    private final StoredAssets assets;
    private final KeyProvider keys;
    private final ObjectMapper json;

    Resealing(StoredAssets assets, KeyProvider keys, ObjectMapper json) {
        this.assets = assets;
        this.keys = keys;
        this.json = json;
    }

    /**
     * What gets which label.
     *
     * @param portions by their identifiers
     * @param title label of title and purpose note; absent if they keep theirs
     * @param kept labels that the asset has for other reasons, by identifier
     */
    public record Relabelled(
            Map<String, InternedLabel> portions, @Nullable InternedLabel title, Collection<String> kept) {}

    @SuppressWarnings("ArrayRecordComponent") // made here and written once, never compared
    private record Resealed(
            List<Mark> marks, Map<Integer, byte[]> contents, Title title, byte[] seal, Map<String, Integer> postings) {}

    @SuppressWarnings("ArrayRecordComponent") // made here and written once, never compared
    private record Title(byte[] title, byte @Nullable [] note, InternedLabel label) {}

    /**
     * Seals anew, within a transaction that {@linkplain Relisting#begin began} by waiting for its turn; the asset is to be listed
     * anew afterwards.
     *
     * @throws org.entente.catalog.content.IntegrityException (as failure) if anything is not as it was stored
     */
    public Uni<Void> reseal(SqlClient transaction, StoredAsset asset, Relabelled relabelled) {
        Optional<StoredAsset> found = Optional.of(asset);
        return assets.labels(asset.id(), found)
                .chain(labels -> assets.marks(asset.id(), found).chain(marks -> contents(transaction, asset)
                        .chain(contents ->
                                OffEventLoop.run(() -> resealed(asset, labels, marks, contents, relabelled)))))
                .chain(resealed -> write(transaction, asset, relabelled, resealed));
    }

    /** All of them, since the index of words is by label too, and made anew. */
    private static Uni<RowSet<Row>> contents(SqlClient transaction, StoredAsset asset) {
        return transaction.preparedQuery(CONTENTS).execute(Tuple.of(asset.id(), asset.version()));
    }

    private Resealed resealed(
            StoredAsset asset, AssetLabels labels, List<Mark> marks, RowSet<Row> rows, Relabelled relabelled)
            throws IOException {
        PortionReader reader = PortionReader.of(asset, labels, marks, keys, json);
        DataKey key = reader.key();
        Map<Integer, byte[]> sealed = new HashMap<>();
        rows.forEach(row ->
                sealed.put(row.getInteger("seq"), row.getBuffer("content").getBytes()));
        Map<Integer, byte[]> contents = new TreeMap<>();
        List<Mark> after = new ArrayList<>();
        Manifest manifest = new Manifest(asset.form().manifest());
        Postings postings = new Postings(keys);
        for (Mark mark : marks) {
            InternedLabel label = relabelled.portions().get(mark.id());
            byte[] plain = reader.open(mark, sealed.get(mark.seq()));
            if (label != null) {
                Place place = Place.portion(asset.id(), asset.version(), mark.id(), label.canonical());
                contents.put(mark.seq(), key.seal(place, plain));
            }
            Mark marked = new Mark(mark.seq(), mark.id(), label == null ? mark.label() : label.id());
            after.add(marked);
            manifest.add(marked.id(), marked.label());
            postings.add(marked.label(), marked.seq(), json.readTree(plain));
        }
        Title title = title(asset, key, relabelled.title());
        postings.addTitle(title.label().id(), asset.title(key));
        byte[] seal = key.seal(Place.of(Place.Kind.SEAL, asset.id(), asset.version(), manifest.close()), new byte[0]);
        return new Resealed(after, contents, title, seal, postings.byToken());
    }

    private static Title title(StoredAsset asset, DataKey key, @Nullable InternedLabel label) {
        if (label == null) {
            StoredAsset.Sealed sealed = asset.sealed();
            return new Title(sealed.title(), sealed.purposeNote(), sealed.label());
        }
        String note = asset.purposeNote(key);
        return new Title(
                text(asset, key, Place.Kind.TITLE, asset.title(key), label),
                note == null ? null : text(asset, key, Place.Kind.PURPOSE_NOTE, note, label),
                label);
    }

    private static byte[] text(StoredAsset asset, DataKey key, Place.Kind kind, String text, InternedLabel label) {
        Place place = Place.of(kind, asset.id(), asset.version(), label.canonical());
        return key.seal(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<Void> write(SqlClient transaction, StoredAsset asset, Relabelled relabelled, Resealed resealed) {
        Set<InternedLabel> labels = new HashSet<>(relabelled.portions().values());
        labels.add(resealed.title().label());
        List<InternedLabel> sorted = labels.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        return transaction
                .preparedQuery(INSERT_LABELS)
                .execute(Tuple.of(
                        sorted.stream().map(InternedLabel::id).toArray(String[]::new),
                        sorted.stream().map(InternedLabel::document).toArray(String[]::new)))
                .chain(() -> count(transaction, asset, resealed))
                .chain(() -> writePortions(transaction, asset, resealed))
                .chain(() -> writeVersion(transaction, asset, resealed))
                .chain(() -> forget(transaction, asset, relabelled, resealed))
                .chain(() -> index(transaction, asset, resealed.postings()));
    }

    /** With the labels that nothing stands under any more, at 0, which are forgotten once nothing refers to them. */
    private static Uni<Void> count(SqlClient transaction, StoredAsset asset, Resealed resealed) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put(resealed.title().label().id(), 0);
        resealed.marks().forEach(mark -> counts.merge(mark.label(), 1, Integer::sum));
        return transaction
                .preparedQuery("update asset_label set portions = 0 where asset = $1 and version = $2")
                .execute(Tuple.of(asset.id(), asset.version()))
                .chain(() -> transaction
                        .preparedQuery(COUNT_LABELS)
                        .execute(Tuple.of(
                                asset.id(),
                                asset.version(),
                                counts.keySet().toArray(String[]::new),
                                counts.values().toArray(Integer[]::new))))
                .replaceWithVoid();
    }

    private static Uni<Void> writePortions(SqlClient transaction, StoredAsset asset, Resealed resealed) {
        Map<Integer, String> labels = new HashMap<>();
        resealed.marks().forEach(mark -> labels.put(mark.seq(), mark.label()));
        Set<Integer> places = resealed.contents().keySet();
        Tuple values = Tuple.of(
                asset.id(),
                asset.version(),
                places.toArray(Integer[]::new),
                places.stream().map(labels::get).toArray(String[]::new),
                resealed.contents().values().stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .toArray(String[]::new));
        return transaction.preparedQuery(UPDATE_PORTIONS).execute(values).replaceWithVoid();
    }

    private static Uni<Void> writeVersion(SqlClient transaction, StoredAsset asset, Resealed resealed) {
        Title title = resealed.title();
        byte[] note = title.note();
        Tuple values =
                Tuple.tuple().addUUID(asset.id()).addInteger(asset.version()).addBuffer(Buffer.buffer(title.title()));
        if (note == null) {
            values.addValue(null); // the client takes no buffer that is none
        } else {
            values.addBuffer(Buffer.buffer(note));
        }
        values.addString(title.label().id()).addBuffer(Buffer.buffer(resealed.seal()));
        return transaction.preparedQuery(UPDATE_VERSION).execute(values).replaceWithVoid();
    }

    private static Uni<Void> forget(
            SqlClient transaction, StoredAsset asset, Relabelled relabelled, Resealed resealed) {
        Set<String> kept = new HashSet<>(relabelled.kept());
        kept.add(resealed.title().label().id());
        return transaction
                .preparedQuery(FORGET_LABELS)
                .execute(Tuple.of(asset.id(), asset.version(), kept.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Whoever may see a word under its new label finds it, and nobody by the old one. */
    private static Uni<Void> index(SqlClient transaction, StoredAsset asset, Map<String, Integer> postings) {
        return transaction
                .preparedQuery("delete from search_posting where asset = $1")
                .execute(Tuple.of(asset.id()))
                .chain(() -> transaction
                        .preparedQuery(INSERT_POSTINGS)
                        .execute(Tuple.of(
                                asset.id(),
                                postings.keySet().toArray(String[]::new),
                                postings.values().toArray(Integer[]::new))))
                .replaceWithVoid();
    }
}
