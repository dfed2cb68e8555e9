package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.access.review.Cause.Details;
import org.entente.access.vocabulary.Document;
import org.entente.events.Event;
import org.jspecify.annotations.Nullable;

/** Has grants reviewed when something unusual was found; each anomaly once, whatever else comes of it. */
@ApplicationScoped
public class AnomalyEvents {
    private static final String DETECTED = "org.entente.audit.anomaly.detected.v1";
    private static final String NOTE = """
            insert into review_cause (id, kind, partner, person, document)
            values ('anomaly:' || $1, 'ANOMALY', $2, $3, $4) on conflict do nothing""";

    private final EventReader reader;
    private final Pool pool;

    AnomalyEvents(EventReader reader, Pool pool) {
        this.reader = reader;
        this.pool = pool;
    }

    /** As much of an anomaly as is needed. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detected(String anomaly, String partner, String kind) {}

    /** Notes an anomaly, or refuses the event for good; while the store is away it waits. */
    @Incoming("anomalies-to-review")
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            abortOn = RefusedEventException.class)
    public Uni<Void> receive(String message) {
        Event event = reader.event(message);
        // An exercise runs through the same events and touches no real policy (G10).
        if (!event.type().equals(DETECTED) || event.exercise()) {
            return Uni.createFrom().voidItem();
        }
        Detected detected = reader.data(event, Detected.class);
        return pool.preparedQuery(NOTE)
                .execute(Tuple.from(Arrays.asList(
                        detected.anomaly(),
                        detected.partner(),
                        person(event),
                        Document.write(Details.anomaly(detected.anomaly(), detected.kind())))))
                .replaceWithVoid();
    }

    private static @Nullable String person(Event event) {
        String person = event.data().path("person").asText("");
        return person.isEmpty() ? null : person;
    }
}
