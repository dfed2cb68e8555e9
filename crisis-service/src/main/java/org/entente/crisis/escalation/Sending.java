package org.entente.crisis.escalation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.entente.crisis.escalation.Notices.Channel;
import org.entente.crisis.time.Repeating;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Sends what is to be sent. A replica takes notices for a time; should it die before it has said that they are sent, another
 * sends them again, under the same identifier, by which the receiver knows them.
 */
@ApplicationScoped
class Sending {
    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final int BATCH = 20;
    private static final int LONGEST_FAULT = 300;
    private static final String TAKE = """
        update escalation_notice
           set attempts = attempts + 1, due_at = clock_timestamp() + $1 * power(2, attempts) * interval '1 second'
         where id in (select id from escalation_notice
                       where sent_at is null and failed_at is null and due_at <= clock_timestamp()
                       order by due_at limit $2 for update skip locked)
        returning id, escalation, number, person, channel, address, subject, body, exercise, attempts\
        """;

    private static final String SENT = "update escalation_notice set sent_at = clock_timestamp(), fault = null"
            + " where id = $1 and sent_at is null";
    private static final String NOT_SENT = "update escalation_notice set fault = $2, failed_at = case when $3 then"
            + " clock_timestamp() end where id = $1 and sent_at is null and failed_at is null";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Mails mails;
    private final Webhooks webhooks;
    private final EscalationSettings settings;
    private final MeterRegistry metrics;

    Sending(
            Pool pool,
            Outbox outbox,
            ObjectMapper json,
            Mails mails,
            Webhooks webhooks,
            EscalationSettings settings,
            MeterRegistry metrics) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.mails = mails;
        this.webhooks = webhooks;
        this.settings = settings;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event, Repeating repeating) {
        repeating.every(settings.every(), "Sending of notices", this::send);
    }

    /** Sends what is due; whether there may be more. */
    Uni<Boolean> send() {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of((double) settings.pause().toSeconds(), BATCH))
                .map(Sending::read)
                .chain(taken -> Multi.createFrom()
                        .iterable(taken)
                        .onItem()
                        .transformToUni(this::send)
                        .merge(BATCH)
                        .collect()
                        .asList()
                        .map(done -> done.size() == BATCH));
    }

    private Uni<Void> send(Notice notice) {
        Uni<Void> sent = notice.channel() == Channel.MAIL ? mails.send(notice) : webhooks.send(notice);
        return sent.ifNoItem()
                .after(settings.patience().multipliedBy(2))
                .fail()
                .chain(() -> pool.preparedQuery(SENT).execute(Tuple.of(notice.id())))
                .invoke(() -> count(notice, "sent"))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(fault -> failed(notice, fault));
    }

    private Uni<Void> failed(Notice notice, Throwable fault) {
        boolean isLast = notice.attempts() >= settings.attempts();
        String said = fault.getClass().getSimpleName() + ": " + fault.getMessage();
        LOG.warnf("Notice %s to %s, attempt %d: %s", notice.id(), notice.person(), notice.attempts(), said);
        count(notice, isLast ? "failed" : "put-off");
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(NOT_SENT)
                .execute(Tuple.of(notice.id(), said.substring(0, Math.min(said.length(), LONGEST_FAULT)), isLast))
                .chain(updated -> isLast && updated.rowCount() == 1
                        ? outbox.append(transaction, List.of(event(notice)))
                        : Uni.createFrom().voidItem()));
    }

    /** Where to is nobody else's business. */
    private Event event(Notice notice) {
        Event event = Event.of(
                EventTypes.NOTICE_FAILED,
                notice.escalation().toString(),
                null,
                null,
                json.createObjectNode()
                        .put("notice", notice.id().toString())
                        .put("person", notice.person())
                        .put("channel", notice.channel().name().toLowerCase(Locale.ROOT))
                        .put("attempts", notice.attempts()));
        return notice.exercise() ? event.inExercise() : event;
    }

    private void count(Notice notice, String outcome) {
        metrics.counter("entente.crisis.notices", "channel", notice.channel().name(), "outcome", outcome)
                .increment();
    }

    private static List<Notice> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Notice::of).toList();
    }
}
