package org.entente.crisis.activation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.events.Event;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Ends all that runs or waits under a plan, where no officer of this service does; what the clock has ended is left to the clock. */
@ApplicationScoped
class Endings {
    private static final String END = """
        update activation
           set ended_at = clock_timestamp(), ended_by = $2, end_reason = $3, revision = revision + 1
         where plan = $1 and ended_at is null and coalesce(active_until, confirm_by) > clock_timestamp()
           and (not $4 or (criterion_met and active_from is not null))
        returning id, plan, partner, ended_at, ended_by, end_reason\
        """;

    private final Outbox outbox;
    private final Journal journal;

    Endings(Outbox outbox, Journal journal) {
        this.outbox = outbox;
        this.journal = journal;
    }

    /**
     * Ends them in the transaction.
     *
     * @param by as it stands in the log, or {@link Ending#CRITERION}
     * @param isOnlyOfSignals whether only those end that signals called for
     */
    Uni<Void> ofPlan(SqlClient transaction, UUID plan, String by, String reason, boolean isOnlyOfSignals) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(plan, by, reason, isOnlyOfSignals))
                .chain(ended -> outbox.append(transaction, events(ended, by.equals(Ending.CRITERION) ? null : by)));
    }

    private List<Event> events(RowSet<Row> ended, @Nullable String actor) {
        List<Event> events = new ArrayList<>();
        for (Row row : ended) {
            Ending ending = new Ending(
                    row.getOffsetDateTime("ended_at").toInstant(),
                    row.getString("ended_by"),
                    row.getString("end_reason"));
            events.add(journal.endedByItself(
                    row.getUUID("id"), row.getUUID("plan"), row.getString("partner"), ending, actor));
        }
        return events;
    }
}
