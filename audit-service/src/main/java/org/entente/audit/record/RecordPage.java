package org.entente.audit.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.audit.look.Look;
import org.jspecify.annotations.Nullable;

/**
 * Records in the order of the log, oldest first.
 *
 * @param next cursor of the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordPage(List<Item> records, @Nullable String next) {

    /**
     * One record.
     *
     * @param index in the log
     * @param recorded when
     * @param event the CloudEvent, canonical; absent when its content was erased, or the entry is public
     * @param erased when the content was erased; absent while it is there
     * @param entry the public entry, where there is no event
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long index,
            Instant recorded,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable String event,

            @Nullable Instant erased,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable String entry) {

        private static Item of(Row row) {
            String event = row.getString("event");
            OffsetDateTime erased = row.getOffsetDateTime("erased");
            return new Item(
                    row.getLong("index"),
                    row.getOffsetDateTime("recorded").toInstant(),
                    event,
                    erased == null ? null : erased.toInstant(),
                    event == null ? row.getString("entry") : null);
        }
    }

    static final RecordPage EMPTY = new RecordPage(List.of(), null);

    /** The look at it. */
    Look look(Map<String, String> query) {
        return records.isEmpty()
                ? Look.at("records", query, 0)
                : new Look(
                        "records",
                        query,
                        records.size(),
                        records.get(0).index(),
                        records.get(records.size() - 1).index());
    }

    /** A page of at most {@code limit} of the rows, of which there may be one more. */
    static RecordPage of(RowSet<Row> rows, int limit) {
        List<Item> items = new ArrayList<>();
        for (Row row : rows) {
            if (items.size() == limit) {
                return new RecordPage(items, Long.toString(items.get(limit - 1).index()));
            }
            items.add(Item.of(row));
        }
        return new RecordPage(items, null);
    }
}
