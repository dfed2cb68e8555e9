package org.entente.crisis.hearing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.events.Event;

/** Listens to all topics. Each event is heard once, however often it comes; while the database is away it waits. */
@ApplicationScoped
@RegisterForReflection(targets = Event.class)
public class Ears {
    private static final String NOTE = "insert into inbox (source, event_id) values ($1, $2) on conflict do nothing";

    private final Pool pool;
    private final ObjectMapper json;
    private final List<Listener> listeners;

    Ears(Pool pool, ObjectMapper json, @All List<Listener> listeners) {
        this.pool = pool;
        this.json = json;
        this.listeners = listeners;
    }

    /** What is no event at all is parked; what concerns nobody is passed over. */
    @Incoming("told")
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            abortOn = IllegalArgumentException.class)
    public Uni<Void> hear(String message) {
        Event event = event(message);
        List<Listener> concerned =
                listeners.stream().filter(listener -> listener.concerns(event)).toList();
        return concerned.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(transaction -> hear(transaction, event, concerned));
    }

    private static Uni<Void> hear(SqlClient transaction, Event event, List<Listener> concerned) {
        return transaction
                .preparedQuery(NOTE)
                .execute(Tuple.of(event.source(), event.id()))
                .chain(noted -> noted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : Multi.createFrom()
                                .iterable(concerned)
                                .onItem()
                                .transformToUniAndConcatenate(listener -> listener.hear(transaction, event))
                                .collect()
                                .asList()
                                .replaceWithVoid());
    }

    private Event event(String message) {
        try {
            Event event = json.readValue(message, Event.class);
            if (event.id() == null || event.source() == null || event.type() == null || event.data() == null) {
                throw new IllegalArgumentException("A CloudEvent lacks id, source, type or data.");
            }
            return event;
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException("Not a CloudEvent: " + exception.getOriginalMessage());
        }
    }
}
