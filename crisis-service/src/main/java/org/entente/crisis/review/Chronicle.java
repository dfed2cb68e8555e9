package org.entente.crisis.review;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.entente.crisis.hearing.Listener;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** Keeps what is told about plans, activations and those whom they concern, for boards and reviews; nothing of an exercise. */
@ApplicationScoped
class Chronicle implements Listener {
    private static final String OURS = "org.entente.crisis.";
    private static final int LONGEST_DATA = 16_384;
    private static final String KEEP = """
        insert into chronicle (event, type, subject, at, partner, actor, activation, plan, data)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing\
        """;

    @Override
    public boolean concerns(Event event) {
        return !event.exercise()
                && (event.type().startsWith(OURS)
                        || event.type().equals(EventTypes.POSTURE_CHANGED)
                        || event.type().equals(EventTypes.ANOMALY_DETECTED)
                        || event.type().equals(EventTypes.FEEDBACK_GIVEN));
    }

    @Override
    public Uni<Void> hear(SqlClient transaction, Event event) {
        String data = event.data().toString();
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(event.id())
                        .addString(event.type())
                        .addString(event.subject())
                        .addOffsetDateTime(event.time().atOffset(ZoneOffset.UTC))
                        .addString(event.partner())
                        .addString(event.actor())
                        .addString(about(event, "activation"))
                        .addString(about(event, "plan"))
                        .addString(data.length() > LONGEST_DATA || !event.data().isObject() ? "{}" : data))
                .replaceWithVoid();
    }

    /** What an event names; an escalation names what it is about. */
    private static @Nullable String about(Event event, String member) {
        String named = event.data().path(member).asText("");
        if (named.isEmpty() && member.equals("activation")) {
            named = event.data().path("about").asText("");
        }
        return named.isEmpty() || named.length() > 200 ? null : named;
    }
}
