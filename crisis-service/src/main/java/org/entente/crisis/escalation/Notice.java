package org.entente.crisis.escalation;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.entente.crisis.escalation.Notices.Channel;

/**
 * Something to be sent to somebody.
 *
 * @param id the same however often it is sent
 * @param number of the change of the escalation that calls for it
 * @param attempts how often it was tried, this time included
 */
record Notice(
        UUID id,
        UUID escalation,
        long number,
        String person,
        Channel channel,
        String address,
        String subject,
        String body,
        boolean exercise,
        int attempts) {

    static Notice of(Row row) {
        return new Notice(
                row.getUUID("id"),
                row.getUUID("escalation"),
                row.getLong("number"),
                row.getString("person"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("exercise"),
                row.getInteger("attempts"));
    }
}
