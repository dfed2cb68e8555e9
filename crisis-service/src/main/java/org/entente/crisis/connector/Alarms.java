package org.entente.crisis.connector;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.entente.crisis.hearing.Listener;
import org.entente.crisis.signal.Watching;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** What the other services tell that is a signal: about a partner, or about our own platform. */
@ApplicationScoped
class Alarms implements Listener {
    /** By type: of which indicator, and how strongly where the event does not say. */
    private static final Map<String, Meant> MEANT = Map.of(
            EventTypes.ANOMALY_DETECTED, new Meant("partner-anomaly", 50),
            EventTypes.COMPROMISE_REPORTED, new Meant("partner-compromise", 100),
            EventTypes.BREACH_CONFIRMED, new Meant("partner-breach", 100),
            EventTypes.INTEGRITY_VIOLATED, new Meant("platform-integrity", 90),
            EventTypes.LOG_ALARM_RAISED, new Meant("platform-integrity", 100),
            EventTypes.ACTIVATION_ORDER_REFUSED, new Meant("platform-integrity", 100));

    private static final String KEEP = """
        insert into signal (id, indicator, value, source, reported_at, reported_by, half_life_seconds, partner, via, reference)
        values ($1, $2, $3, $4, clock_timestamp(), $4, 86400, $5, 'EVENT', $6)
        on conflict do nothing\
        """;
    private static final int MOST = 100;

    private final Watching watching;

    Alarms(Watching watching) {
        this.watching = watching;
    }

    private record Meant(String indicator, int value) {}

    @Override
    public boolean concerns(Event event) {
        return !event.exercise() && MEANT.containsKey(event.type());
    }

    @Override
    public Uni<Void> hear(SqlClient transaction, Event event) {
        Meant meant = Objects.requireNonNull(MEANT.get(event.type()));
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(UUID.randomUUID())
                        .addString(meant.indicator())
                        .addInteger(value(event, meant))
                        .addString("event " + event.source())
                        .addString(partner(event))
                        .addString(event.id().toString()))
                .invoke(watching::soon)
                .replaceWithVoid();
    }

    /** A score of 0 to 1, where there is one, says how strongly. */
    private static int value(Event event, Meant meant) {
        double score = event.data().path("score").asDouble(-1);
        return score < 0 ? meant.value() : (int) Math.min(MOST, Math.round(score <= 1 ? score * MOST : score));
    }

    private static @Nullable String partner(Event event) {
        String stated = event.data().path("partner").textValue();
        return stated == null ? event.partner() : stated;
    }
}
