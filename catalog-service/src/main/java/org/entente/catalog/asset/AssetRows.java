package org.entente.catalog.asset;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset.Sealed;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.WrappedKey;

/** Assets from rows. */
final class AssetRows {
    private AssetRows() {}

    static List<StoredAsset> read(RowSet<Row> rows) {
        List<StoredAsset> assets = new ArrayList<>(rows.size());
        rows.forEach(row -> assets.add(asset(row)));
        return assets;
    }

    /** By the identifiers of the assets. */
    static Map<UUID, ListedAsset> listed(RowSet<Row> rows) {
        Map<UUID, ListedAsset> assets = new HashMap<>();
        inOrder(rows).forEach(listed -> assets.put(listed.asset().id(), listed));
        return assets;
    }

    static List<ListedAsset> inOrder(RowSet<Row> rows) {
        List<ListedAsset> assets = new ArrayList<>(rows.size());
        rows.forEach(row -> {
            Buffer seal = row.getBuffer("label_seal");
            assets.add(new ListedAsset(asset(row), row.getInteger("label_set"), seal == null ? null : seal.getBytes()));
        });
        return assets;
    }

    private static StoredAsset asset(Row row) {
        int version = row.getInteger("version");
        return new StoredAsset(
                row.getUUID("id"),
                version,
                Form.of(row.getString("form")),
                row.getString("originator"),
                row.getOffsetDateTime("registered").toInstant(),
                version == 1 ? null : row.getOffsetDateTime("changed").toInstant(),
                row.getInteger("portions"),
                row.getString("sha256"),
                new WrappedKey(
                        row.getString("wrapped_with"), row.getBuffer("wrapped").getBytes()),
                sealed(row));
    }

    private static Sealed sealed(Row row) {
        Buffer note = row.getBuffer("purpose_note");
        return new Sealed(
                row.getBuffer("title").getBytes(),
                note == null ? null : note.getBytes(),
                new InternedLabel(row.getString("title_label"), row.getString("title_label_document")),
                row.getBuffer("seal").getBytes());
    }
}
