package org.entente.access.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.review.Cause.Details;
import org.entente.access.review.Cause.Kind;
import org.entente.access.vocabulary.Document;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Opens campaigns for what happened, each once: the cause is locked while a campaign is made of it, and with that all grants
 * in it get the campaign's end as the instant from which on they are dead until reviewed.
 */
@ApplicationScoped
class Opening {
    private static final int MOST_LINES = 2_000;
    private static final String CAUSE = """
            select id, kind, partner, document, clock_timestamp() as now from review_cause
            where handled_at is null order by at, id limit 1 for update skip locked""";
    private static final String JOINED = """
            select id from review_campaign where state = 'OPEN' and partner = $1 order by due_at, id limit 1""";
    private static final String HANDLED =
            "update review_cause set handled_at = clock_timestamp(), campaign = $2 where id = $1";
    private static final String GRANTS = """
            select id, partner, terms, lock_version, issued_at, issued_by, requested_by from partner_grant held
            where state = 'LIVE' and ($1::text is null or partner = $1)
                and case when terms::json ->> 'until' ~ '^[0-9]{4}-'
                    then (terms::json ->> 'until')::timestamptz > clock_timestamp() else true end
                and not exists (select from review_line line where line.grant_id = held.id and line.is_open)
            order by id limit $2 for update""";
    private static final String REST = """
            insert into review_cause (id, kind, partner, document)
            values (gen_random_uuid()::text, 'SCHEDULE', $1, $2)""";
    private static final String OPEN = """
            insert into review_campaign (id, partner, state, opened_at, due_at, remind_at, document, lock_version)
            values ($1, $2, 'OPEN', $3, $4, $5, $6, 0)""";
    private static final String LINES = """
            insert into review_line (id, campaign, grant_id, document, lock_version)
            select gen_random_uuid(), $1, line.grant_id, line.document, 0
            from unnest($2::uuid[], $3::text[]) as line (grant_id, document)""";
    private static final String DUE = """
            update partner_grant held set terms = due.terms, lock_version = due.version
            from unnest($1::uuid[], $2::text[], $3::bigint[]) as due (id, terms, version) where held.id = due.id""";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final ReviewSettings settings;

    Opening(Pool pool, Outbox outbox, ObjectMapper json, ReviewSettings settings) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.settings = settings;
    }

    /** What is announced of a campaign that opens. */
    @RegisterForReflection
    record Opened(@Nullable String partner, String title, String cause, Instant due, int lines) {}

    /** A grant that is to be reviewed, with its new terms and version. */
    private record Held(UUID id, Line line) {}

    /** Opens what is to be opened next; whether there was something. */
    Uni<Boolean> next() {
        return pool.withTransaction(transaction -> transaction
                .query(CAUSE)
                .execute()
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : handle(transaction, rows.iterator().next()).replaceWith(true)));
    }

    /** Opens everything that is to be opened. */
    Uni<Void> all() {
        return next().chain(isMore -> isMore ? all() : Uni.createFrom().voidItem());
    }

    private Uni<Void> handle(SqlConnection transaction, Row row) {
        Cause cause = new Cause(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("partner"),
                Document.read(row.getString("document"), Details.class));
        Instant now = row.getOffsetDateTime("now").toInstant();
        if (!cause.kind().joins()) {
            return open(transaction, cause, now);
        }
        return transaction
                .preparedQuery(JOINED)
                .execute(Tuple.of(cause.partner()))
                .chain(open -> open.size() == 0
                        ? open(transaction, cause, now)
                        : handled(transaction, cause, open.iterator().next().getUUID("id")));
    }

    private static Uni<Void> handled(SqlConnection transaction, Cause cause, @Nullable UUID campaign) {
        return transaction
                .preparedQuery(HANDLED)
                .execute(Tuple.of(cause.id(), campaign))
                .replaceWithVoid();
    }

    private Uni<Void> open(SqlConnection transaction, Cause cause, Instant now) {
        Duration within = cause.details().within() == null
                ? settings.within()
                : cause.details().within();
        Instant due = now.plus(within);
        return transaction
                .preparedQuery(GRANTS)
                .execute(Tuple.of(cause.partner(), MOST_LINES))
                .map(rows -> held(rows, due, now))
                .chain(held -> (held.isEmpty() && cause.kind() != Kind.ORDERED
                                ? handled(transaction, cause, null)
                                : open(transaction, cause, new Times(now, due), held))
                        .chain(() -> held.size() == MOST_LINES
                                ? rest(transaction, cause, within)
                                : Uni.createFrom().voidItem()));
    }

    /** What is too much for one campaign is for the next. */
    private static Uni<Void> rest(SqlConnection transaction, Cause cause, Duration within) {
        Details details = Details.scheduled("rest", cause.title(), within);
        return transaction
                .preparedQuery(REST)
                .execute(Tuple.of(cause.partner(), Document.write(details)))
                .replaceWithVoid();
    }

    private record Times(Instant now, Instant due) {
        /** When two thirds of the time are over. */
        Instant reminder() {
            return now.plus(Duration.between(now, due).multipliedBy(2).dividedBy(3));
        }
    }

    private Uni<Void> open(SqlConnection transaction, Cause cause, Times times, List<Held> held) {
        UUID id = cause.kind() == Kind.ORDERED ? UUID.fromString(cause.id()) : UUID.randomUUID();
        Campaign.About about = new Campaign.About(cause.title(), cause.kind().wireName(), null, null);
        Opened opened = new Opened(cause.partner(), about.title(), about.cause(), times.due(), held.size());
        Event event = Event.of(EventTypes.REVIEW_OPENED, id.toString(), null, null, json.valueToTree(opened));
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(cause.partner())
                        .addOffsetDateTime(utc(times.now()))
                        .addOffsetDateTime(utc(times.due()))
                        .addOffsetDateTime(utc(times.reminder()))
                        .addString(Document.write(about)))
                .chain(() -> lines(transaction, id, held))
                .chain(() -> handled(transaction, cause, id))
                .chain(() -> outbox.append(transaction, List.of(event)))
                .chain(() -> held.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .query("select advance_policy_epoch()")
                                .execute()
                                .replaceWithVoid());
    }

    private static Uni<Void> lines(SqlConnection transaction, UUID campaign, List<Held> held) {
        UUID[] grants = held.stream().map(Held::id).toArray(UUID[]::new);
        String[] documents =
                held.stream().map(each -> Document.write(each.line())).toArray(String[]::new);
        String[] terms =
                held.stream().map(each -> Document.write(each.line().terms())).toArray(String[]::new);
        Long[] versions = held.stream().map(each -> each.line().version()).toArray(Long[]::new);
        return transaction
                .preparedQuery(LINES)
                .execute(Tuple.tuple().addUUID(campaign).addArrayOfUUID(grants).addArrayOfString(documents))
                .chain(() -> transaction
                        .preparedQuery(DUE)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(grants)
                                .addArrayOfString(terms)
                                .addArrayOfLong(versions)))
                .replaceWithVoid();
    }

    /** Those that are not over, each to be reviewed by the end of the campaign if not before. */
    private static List<Held> held(RowSet<Row> rows, Instant due, Instant now) {
        List<Held> held = new ArrayList<>();
        for (Row row : rows) {
            GrantTerms terms = Document.read(row.getString("terms"), GrantTerms.class);
            if (now.isBefore(terms.until())) {
                boolean isSooner =
                        terms.reviewDue() != null && terms.reviewDue().isBefore(due);
                Line line = new Line(
                        row.getString("partner"),
                        isSooner ? terms : terms.reviewedBy(due),
                        row.getLong("lock_version") + 1,
                        row.getOffsetDateTime("issued_at").toInstant(),
                        row.getString("issued_by"),
                        row.getString("requested_by"),
                        null);
                held.add(new Held(row.getUUID("id"), line));
            }
        }
        return held;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
