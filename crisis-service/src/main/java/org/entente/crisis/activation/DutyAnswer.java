package org.entente.crisis.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.entente.crisis.plan.Notification;
import org.jspecify.annotations.Nullable;

/**
 * A duty to tell somebody of an activation.
 *
 * @param state {@code open}, {@code missed}, {@code sent} or {@code sent-late}
 * @param content what to send, or what was sent; absent in lists
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record DutyAnswer(
        UUID id,
        UUID activation,
        Notification.Who who,
        String what,
        Instant due,
        String state,
        @Nullable Instant sentAt,
        @Nullable String sentBy,
        @Nullable String how,
        @Nullable JsonNode content) {

    static DutyAnswer of(Row row, @Nullable JsonNode content) {
        Instant due = row.getOffsetDateTime("due").toInstant();
        Instant done = instant(row.getOffsetDateTime("done_at"));
        return new DutyAnswer(
                row.getUUID("id"),
                row.getUUID("activation"),
                Notification.Who.valueOf(row.getString("who")),
                row.getString("what"),
                due,
                state(due, done, row.getOffsetDateTime("missed_at") != null),
                done,
                row.getString("done_by"),
                row.getString("how"),
                content);
    }

    private static String state(Instant due, @Nullable Instant done, boolean isMissed) {
        if (done != null) {
            return done.isAfter(due) ? "sent-late" : "sent";
        }
        return isMissed ? "missed" : "open";
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
