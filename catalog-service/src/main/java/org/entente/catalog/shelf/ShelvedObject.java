package org.entente.catalog.shelf;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object on the shelf, its content still sealed.
 *
 * @param added when it came there; no two objects came at the same instant, and none comes before one that is there
 * @param assetVersion of the asset that holds it
 * @param seq of its portion
 * @param properties how many portions after that one are properties kept apart from it
 * @param version as the object states it; the epoch where it has none
 * @param label identifier of its label
 * @param tearline of the asset that says it; absent where the asset itself does, as a portion
 */
public record ShelvedObject(
        Instant added,
        UUID asset,
        int assetVersion,
        int seq,
        int properties,
        String id,
        String type,
        Instant version,
        String originator,
        String label,
        @Nullable UUID tearline) {

    static final String COLUMNS =
            "added, asset, version, seq, properties, object, type, object_version, originator, label, tearline";

    static ShelvedObject of(Row row) {
        return new ShelvedObject(
                row.getOffsetDateTime("added").toInstant(),
                row.getUUID("asset"),
                row.getInteger("version"),
                row.getInteger("seq"),
                row.getInteger("properties"),
                row.getString("object"),
                row.getString("type"),
                row.getOffsetDateTime("object_version").toInstant(),
                row.getString("originator"),
                row.getString("label"),
                row.getUUID("tearline"));
    }

    /** What tells its versions apart: its own, or when it came if it has none (TAXII 2.1, section 5.6.1). */
    public Instant shownVersion() {
        return version.equals(Instant.EPOCH) ? added : version;
    }
}
