package org.entente.catalog.feedback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.entente.catalog.feedback.NewFeedback.Kind;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Keeps feedback, comments sealed under the key of the asset. */
@ApplicationScoped
class FeedbackStore {
    private static final byte[] NO_LABEL = new byte[0];
    private static final String PAGE = """
            select id, asset, version, partner, kind, object, comment, given from feedback
            where asset = $1 and ($2::uuid is null or (given, id) < (select given, id from feedback where id = $2))
            order by given desc, id desc limit $3""";

    private final Pool pool;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final Outbox outbox;
    private final ObjectMapper json;

    FeedbackStore(Pool pool, KeyProvider keys, IntegrityAlarm alarm, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.keys = keys;
        this.alarm = alarm;
        this.outbox = outbox;
        this.json = json;
    }

    /** Keeps it and tells of it, in the current transaction. */
    Uni<Void> add(StoredAsset asset, Feedback feedback, String actor) {
        byte[] comment = feedback.comment() == null
                ? null
                : asset.key(keys)
                        .seal(
                                place(asset.id(), feedback.version(), feedback.id()),
                                feedback.comment().getBytes(StandardCharsets.UTF_8));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into feedback (id, asset, version, object, partner,"
                                + " actor, kind, comment, given)"
                                + " values (?1, ?2, ?3, cast(?4 as text), ?5, ?6, ?7, cast(?8 as bytea), ?9)")
                        .setParameter(1, feedback.id())
                        .setParameter(2, feedback.asset())
                        .setParameter(3, feedback.version())
                        .setParameter(4, feedback.object())
                        .setParameter(5, feedback.from())
                        .setParameter(6, actor)
                        .setParameter(7, feedback.kind().wireName())
                        .setParameter(8, comment)
                        .setParameter(9, feedback.given())
                        .executeUpdate())
                .chain(() -> outbox.append(event(feedback, actor)));
    }

    private Event event(Feedback feedback, String actor) {
        ObjectNode data = json.createObjectNode()
                .put("assetId", feedback.asset().toString())
                .put("version", feedback.version())
                .put("kind", feedback.kind().wireName());
        if (feedback.object() != null) {
            data.put("object", feedback.object());
        }
        return Event.of(EventTypes.FEEDBACK_GIVEN, feedback.id().toString(), feedback.from(), actor, data);
    }

    /** Newest first, after the one named. */
    Uni<List<Feedback>> page(StoredAsset asset, @Nullable UUID after, int limit) {
        Uni<List<Feedback>> read = pool.preparedQuery(PAGE)
                .execute(Tuple.of(asset.id(), after, limit))
                .map(rows -> {
                    DataKey key = asset.key(keys);
                    List<Feedback> page = new ArrayList<>();
                    rows.forEach(row -> page.add(feedback(row, key)));
                    return page;
                });
        return alarm.guard(asset.id(), read);
    }

    private static Feedback feedback(Row row, DataKey key) {
        UUID id = row.getUUID("id");
        UUID asset = row.getUUID("asset");
        int version = row.getInteger("version");
        Buffer comment = row.getBuffer("comment");
        return new Feedback(
                id,
                asset,
                version,
                row.getString("partner"),
                Kind.of(row.getString("kind")),
                row.getString("object"),
                comment == null
                        ? null
                        : new String(key.open(place(asset, version, id), comment.getBytes()), StandardCharsets.UTF_8),
                row.getOffsetDateTime("given").toInstant());
    }

    private static Place place(UUID asset, int version, UUID feedback) {
        return Place.portion(asset, version, "feedback/" + feedback, NO_LABEL);
    }
}
