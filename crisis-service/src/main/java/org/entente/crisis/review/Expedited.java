package org.entente.crisis.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.entente.crisis.hearing.Listener;
import org.entente.events.Event;
import org.entente.events.EventTypes;

/** Counts what is permitted only because of an activation, and what of it is fetched; nothing of an exercise. */
@ApplicationScoped
class Expedited implements Listener {
    private static final String COUNT = """
        insert into expedited (decision, activation, partner, person, purpose, resource, portions, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing\
        """;

    /** Only what is fetched while something is expedited, or a little after, can matter. */
    private static final String FETCH = """
        insert into fetched (decision, at)
        select $1, $2 where exists (
            select from activation
             where active_from <= $2 and coalesce(ended_at, active_until) + interval '1 hour' > $2)
        on conflict do nothing\
        """;

    @Override
    public boolean concerns(Event event) {
        return !event.exercise()
                && (event.type().equals(EventTypes.VIEW_SERVED)
                        || (event.type().equals(EventTypes.DECISION_MADE)
                                && event.data().path("expedited").isArray()));
    }

    @Override
    public Uni<Void> hear(SqlClient transaction, Event event) {
        if (event.type().equals(EventTypes.VIEW_SERVED)) {
            return transaction
                    .preparedQuery(FETCH)
                    .execute(Tuple.of(event.subject(), event.time().atOffset(ZoneOffset.UTC)))
                    .replaceWithVoid();
        }
        List<Tuple> rows = new ArrayList<>();
        event.data().path("expedited").forEach(part -> rows.add(row(event, part)));
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(COUNT).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple row(Event event, JsonNode part) {
        JsonNode data = event.data();
        return Tuple.tuple()
                .addString(event.subject())
                .addString(part.path("activation").asText())
                .addString(data.path("partner").asText())
                .addString(data.path("person").asText())
                .addString(data.path("purpose").asText())
                .addString(data.path("resource").asText())
                .addInteger(part.path("portions").asInt())
                .addOffsetDateTime(event.time().atOffset(ZoneOffset.UTC));
    }
}
