package org.entente.audit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a history.
 *
 * @param index of the entry in the log
 * @param at when it happened
 * @param recorded when it came into the log
 * @param kind the type of the event
 * @param partner whom it concerns
 * @param person identifier of the person whose access it is
 * @param actor who acted, {@code name@nation}
 * @param result {@code permitted} or {@code denied}
 * @param receipt where the proof is that this line is in the log
 * @param event the CloudEvent, canonical; absent when its content was erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record HistoryItem(
        long index,
        Instant at,
        Instant recorded,
        String kind,
        @Nullable String partner,
        @Nullable String person,
        @Nullable String actor,
        @Nullable String asset,
        @Nullable String action,
        @Nullable String purpose,
        @Nullable String result,
        String eventId,
        String receipt,

        @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable String event) {

    static HistoryItem of(Row row) {
        String eventId = row.getString("event_id");
        return new HistoryItem(
                row.getLong("index"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("recorded").toInstant(),
                row.getString("kind"),
                row.getString("partner"),
                row.getString("person"),
                row.getString("actor"),
                row.getString("asset"),
                row.getString("action"),
                row.getString("purpose"),
                row.getString("result"),
                eventId,
                "/audit/receipts/" + eventId,
                row.getString("event"));
    }
}
