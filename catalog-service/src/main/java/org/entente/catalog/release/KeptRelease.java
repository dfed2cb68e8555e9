package org.entente.catalog.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release as it is kept.
 *
 * @param portions that are in the package
 * @param tearline that is in it; absent if none is
 * @param substance digest of what went into it
 * @param places where in it the attachments are put
 */
record KeptRelease(
        Release release, Set<String> portions, @Nullable UUID tearline, String substance, List<Integer> places) {
    /** What is read of each. */
    static final String COLUMNS =
            "id, asset, version, made, recipient, purpose, decision, portions, tearline, substance,"
                    + " terms, event, copy_number, package_bytes, package_sha256, enclosed_at";

    static KeptRelease of(Row row, ObjectMapper json) {
        Terms terms = read(json, row.getString("terms"), Terms.class);
        Release release = new Release(
                row.getUUID("id"),
                row.getUUID("asset"),
                row.getInteger("version"),
                row.getOffsetDateTime("made").toInstant(),
                read(json, row.getString("recipient"), Recipient.class),
                row.getString("purpose"),
                row.getString("decision"),
                terms.agreements(),
                terms.obligations(),
                row.getString("copy_number"),
                Releases.file(row.getUUID("id"), row.getLong("package_bytes"), row.getString("package_sha256")),
                Packing.receipt(row.getUUID("event")));
        return new KeptRelease(
                release,
                Set.of(row.getArrayOfStrings("portions")),
                row.getUUID("tearline"),
                row.getString("substance"),
                List.of(row.getArrayOfIntegers("enclosed_at")));
    }

    private static <T> T read(ObjectMapper json, String document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
