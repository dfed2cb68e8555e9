package org.entente.access.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.access.tick.Ticks;
import org.entente.access.vocabulary.Document;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What time does to reviews: schedules come round, agreements near their end, reviewers are reminded, campaigns are late. */
@ApplicationScoped
class ReviewClock {
    private static final Duration SLOWLY = Duration.ofMinutes(5);

    /** After a long sleep it comes round once, and then at the next time from now on. */
    private static final String COMES_ROUND = """
            update review_schedule set lock_version = lock_version + 1,
                next_at = clock_timestamp() + make_interval(secs => (document::json ->> 'everySeconds')::bigint)
            where next_at <= clock_timestamp() returning name, document""";

    private static final String CAUSE = """
            insert into review_cause (id, kind, partner, document) values ($1, $2, $3, $4) on conflict do nothing""";

    /** A time that has no four digits for its year is too far away to be cast. */
    private static final String NEARS_ITS_END = """
            insert into review_cause (id, kind, partner, document)
            select 'ending:' || id || ':' || ends, 'ENDING', partner,
                json_build_object('agreement', id, 'until', ends)::text
            from (select id, partner, terms::json ->> 'until' as ends from agreement where state = 'IN_FORCE') as agreed
            where case when ends ~ '^[0-9]{4}-' then ends::timestamptz
                    between clock_timestamp() and clock_timestamp() + make_interval(secs => $1) end
                and exists (select from partner_grant where agreement = agreed.id and state = 'LIVE')
            on conflict do nothing""";

    private static final String REMIND = """
            update review_campaign set remind_at = null, lock_version = lock_version + 1
            where state = 'OPEN' and remind_at <= clock_timestamp()
            returning id, partner, due_at,
                (select count(*) from review_line where campaign = review_campaign.id
                    and document::json -> 'decision' is null) as undecided""";
    private static final String ESCALATE = """
            update review_campaign set escalated_at = clock_timestamp(), lock_version = lock_version + 1
            where state = 'OPEN' and escalated_at is null and due_at <= clock_timestamp()
            returning id, partner, due_at,
                (select count(*) from review_line where campaign = review_campaign.id
                    and document::json -> 'decision' is null) as undecided""";

    private final Pool pool;
    private final Opening opening;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final ReviewSettings settings;
    private final Ticks ticks;

    ReviewClock(Pool pool, Opening opening, Outbox outbox, ObjectMapper json, ReviewSettings settings, Ticks ticks) {
        this.pool = pool;
        this.opening = opening;
        this.outbox = outbox;
        this.json = json;
        this.settings = settings;
        this.ticks = ticks;
    }

    /** What is announced of a campaign that is not decided yet. */
    @RegisterForReflection
    record Pending(@Nullable String partner, Instant due, long undecided) {}

    void start(@Observes StartupEvent event) {
        ticks.repeat("the clock of reviews", settings.every(), () -> comeRound()
                .chain(() -> noted(REMIND, EventTypes.REVIEW_REMINDED))
                .chain(() -> noted(ESCALATE, EventTypes.REVIEW_ESCALATED))
                .chain(opening::next));
        ticks.repeat("the ends of agreements", SLOWLY, () -> nearEnds().replaceWith(false));
    }

    /** Notes agreements that are about to end, each end once. */
    Uni<Void> nearEnds() {
        return pool.preparedQuery(NEARS_ITS_END)
                .execute(Tuple.of((double) settings.beforeEnd().toSeconds()))
                .replaceWithVoid();
    }

    /** Schedules whose time has come; each is moved on and noted in one transaction. */
    Uni<Void> comeRound() {
        return pool.withTransaction(
                transaction -> transaction.query(COMES_ROUND).execute().chain(rows -> {
                    Uni<Void> noted = Uni.createFrom().voidItem();
                    for (Row row : rows) {
                        noted = noted.chain(() -> note(transaction, row));
                    }
                    return noted;
                }));
    }

    private static Uni<Void> note(SqlConnection transaction, Row row) {
        Schedule schedule = Document.read(row.getString("document"), Schedule.class);
        Cause.Details details = Cause.Details.scheduled(row.getString("name"), schedule.title(), schedule.within());
        return transaction
                .preparedQuery(CAUSE)
                .execute(Tuple.of(
                        UUID.randomUUID().toString(),
                        Cause.Kind.SCHEDULE.name(),
                        schedule.partner(),
                        Document.write(details)))
                .replaceWithVoid();
    }

    /** One update finds what is to be told and marks it told: a second replica finds nothing. */
    private Uni<Void> noted(String update, String type) {
        return pool.withTransaction(transaction ->
                transaction.query(update).execute().chain(rows -> outbox.append(transaction, events(rows, type))));
    }

    private List<Event> events(RowSet<Row> rows, String type) {
        List<Event> events = new ArrayList<>();
        for (Row row : rows) {
            Pending pending = new Pending(
                    row.getString("partner"), row.getOffsetDateTime("due_at").toInstant(), row.getLong("undecided"));
            events.add(Event.of(type, row.getUUID("id").toString(), null, null, json.valueToTree(pending)));
        }
        return events;
    }
}
