package org.entente.catalog.correlation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.correlation.Notice.Offer;
import org.entente.catalog.correlation.Notice.Own;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Notices of matches, each for its originator only. */
@ApplicationScoped
class Notices {
    private static final String PAGE = """
            select id, kind, found from match_notice
            where originator = $1 and ($2::uuid is null or (found, id) < (
                select found, id from match_notice where id = $2 and originator = $1))
            order by found desc, id desc limit $3""";
    private static final String OWN = """
            select n.id, f.asset, f.object from match_notice n
            cross join lateral (
                select asset, object from fingerprint f
                where f.kind = n.kind and f.digest = n.digest and f.originator = n.originator and f.holds
                order by asset, object limit 20) f
            where n.id = any($1) order by n.id""";
    private static final String OFFERS = """
            select n.id, other.originator, o.offered, o.assets from match_notice n
            join match_notice other on other.kind = n.kind and other.digest = n.digest and other.id <> n.id
            join match_offer o on o.notice = other.id
            where n.id = any($1) order by o.offered""";
    private static final String OWN_ASSETS = "select count(*) as own from asset where id = any($1) and originator = $2";
    private static final String OTHERS = """
            select other.id, other.originator from match_notice n
            join match_notice other on other.kind = n.kind and other.digest = n.digest and other.id <> n.id
            where n.id = $1""";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final String home;

    Notices(Pool pool, Outbox outbox, ObjectMapper json, @ConfigProperty(name = "entente.home") String home) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.home = home;
    }

    /** An offer on a notice. */
    record Draft(UUID id, UUID notice, String originator, List<UUID> assets, String actor) {}

    /** Newest first, after the one named. */
    Uni<List<Notice>> page(String originator, @Nullable UUID after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(originator, after, limit))
                .map(Notices::notices)
                .chain(notices -> {
                    UUID[] ids = notices.stream().map(Notice::id).toArray(UUID[]::new);
                    return pool.preparedQuery(OWN)
                            .execute(Tuple.tuple().addArrayOfUUID(ids))
                            .chain(own -> pool.preparedQuery(OFFERS)
                                    .execute(Tuple.tuple().addArrayOfUUID(ids))
                                    .map(offers -> filled(notices, own, offers)));
                });
    }

    Uni<Boolean> exists(String originator, UUID id) {
        return pool.preparedQuery("select from match_notice where id = $1 and originator = $2")
                .execute(Tuple.of(id, originator))
                .map(rows -> rows.size() == 1);
    }

    /** Whether all of the assets are the originator's own. */
    Uni<Boolean> areOwn(String originator, List<UUID> assets) {
        return pool.preparedQuery(OWN_ASSETS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(assets.toArray(UUID[]::new))
                        .addString(originator))
                .map(rows -> rows.iterator().next().getLong("own") == assets.size());
    }

    /** Keeps an offer and tells it, on record, to each who has the same match. */
    Uni<Void> offer(Draft offer) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(
                        "insert into match_offer (id, notice, assets, offered, actor) values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(offer.id(), offer.notice())
                        .addArrayOfUUID(offer.assets().toArray(UUID[]::new))
                        .addOffsetDateTime(Instant.now().atOffset(ZoneOffset.UTC))
                        .addString(offer.actor()))
                .chain(() -> tell(transaction, offer)));
    }

    private Uni<Void> tell(SqlConnection transaction, Draft offer) {
        return transaction
                .preparedQuery(OTHERS)
                .execute(Tuple.of(offer.notice()))
                .chain(others -> {
                    List<Event> events = new ArrayList<>();
                    events.add(event(offer.notice(), offer.originator(), offer));
                    others.forEach(row -> events.add(event(row.getUUID("id"), row.getString("originator"), offer)));
                    return outbox.append(transaction, events);
                });
    }

    private Event event(UUID notice, String originator, Draft offer) {
        return Event.of(
                EventTypes.MATCH_OFFERED,
                notice.toString(),
                originator.equals(home) ? null : originator,
                originator.equals(offer.originator()) ? offer.actor() : null,
                json.createObjectNode()
                        .put("from", offer.originator())
                        .put("offer", offer.id().toString()));
    }

    private static List<Notice> notices(RowSet<Row> rows) {
        List<Notice> notices = new ArrayList<>();
        rows.forEach(row -> notices.add(new Notice(
                row.getUUID("id"),
                row.getString("kind"),
                at(row.getOffsetDateTime("found")).atOffset(ZoneOffset.UTC).toLocalDate(),
                List.of(),
                List.of())));
        return notices;
    }

    private static List<Notice> filled(List<Notice> notices, RowSet<Row> own, RowSet<Row> offers) {
        Map<UUID, List<Own>> objects = new LinkedHashMap<>();
        own.forEach(row -> objects.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>())
                .add(new Own(row.getUUID("asset"), row.getString("object"))));
        Map<UUID, List<Offer>> offered = new LinkedHashMap<>();
        offers.forEach(row -> offered.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>())
                .add(new Offer(
                        row.getString("originator"),
                        at(row.getOffsetDateTime("offered")),
                        List.of(row.getArrayOfUUIDs("assets")))));
        return notices.stream()
                .map(notice -> new Notice(
                        notice.id(),
                        notice.kind(),
                        notice.found(),
                        objects.getOrDefault(notice.id(), List.of()),
                        offered.getOrDefault(notice.id(), List.of())))
                .toList();
    }

    private static Instant at(OffsetDateTime time) {
        return time.toInstant();
    }
}
