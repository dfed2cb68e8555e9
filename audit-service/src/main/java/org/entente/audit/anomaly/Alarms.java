package org.entente.audit.anomaly;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.audit.anomaly.Subject.Scope;
import org.entente.audit.anomaly.Watch.Noticed;
import org.entente.audit.investigation.Suspicion;
import org.entente.audit.investigation.Suspicions;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Raises anomalies: kept, investigated at once, and told to access-service, which narrows before a person looks. */
@ApplicationScoped
class Alarms {

    private static final String ADVICE = "watch";
    private static final String INSERT =
            "insert into anomaly (id, scope, subject, partner, unit, person, kind, score, key,"
                    + " value, because, index, entries, investigation, exercise)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    private final Suspicions suspicions;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Alarms(Suspicions suspicions, Outbox outbox, ObjectMapper json, MeterRegistry metrics) {
        this.suspicions = suspicions;
        this.outbox = outbox;
        this.json = json;
        this.metrics = metrics;
    }

    Uni<Void> raise(SqlClient transaction, Noticed noticed) {
        UUID id = UUID.randomUUID();
        return suspicions
                .investigate(transaction, suspicion(id, noticed))
                .call(investigation -> insert(transaction, id, noticed, investigation))
                .call(investigation -> outbox.append(transaction, List.of(event(id, noticed, investigation))))
                .invoke(() -> metrics.counter(
                                "entente.anomalies",
                                "kind",
                                noticed.finding().kind().wireName())
                        .increment())
                .replaceWithVoid();
    }

    private static Suspicion suspicion(UUID id, Noticed noticed) {
        Finding finding = noticed.finding();
        Access.Accessor by = noticed.access().by();
        Scope scope = noticed.subject().scope();
        return new Suspicion(
                id,
                new Suspicion.Usual(
                        finding.kind().wireName(),
                        finding.key(),
                        finding.value(),
                        scope.wireName(),
                        noticed.subject().id()),
                new Suspicion.About(
                        by.partner(),
                        scope == Scope.PERSON ? by.person() : null,
                        scope == Scope.PARTNER ? null : by.unit(),
                        by.exercise()),
                finding.because(),
                noticed.evidence());
    }

    private Uni<Void> insert(SqlClient transaction, UUID id, Noticed noticed, UUID investigation) {
        Finding finding = noticed.finding();
        Suspicion.About about = suspicion(id, noticed).about();
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addString(noticed.subject().scope().wireName())
                .addString(noticed.subject().id())
                .addString(about.partner())
                .addString(about.unit())
                .addString(about.person())
                .addString(finding.kind().wireName())
                .addDouble(finding.score())
                .addString(finding.key())
                .addDouble(finding.value())
                .addString(because(finding).toString())
                .addLong(noticed.access().index())
                .addArrayOfLong(noticed.evidence().toArray(Long[]::new))
                .addUUID(investigation)
                .addBoolean(about.exercise());
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    private Event event(UUID id, Noticed noticed, UUID investigation) {
        Suspicion.About about = suspicion(id, noticed).about();
        ObjectNode data = json.createObjectNode()
                .put("anomaly", id.toString())
                .put("investigation", investigation.toString())
                .put("kind", noticed.finding().kind().wireName())
                .put("score", noticed.finding().score())
                .put("advice", ADVICE)
                .put("scope", noticed.subject().scope().wireName())
                .put("index", noticed.access().index());
        put(data, "partner", about.partner());
        put(data, "unit", about.unit());
        put(data, "person", about.person());
        data.set("because", because(noticed.finding()));
        // What access-service acts on is about a partner; our own people have other superiors.
        String type = about.partner() == null ? EventTypes.ANOMALY_DETECTED_AT_HOME : EventTypes.ANOMALY_DETECTED;
        Event event = Event.of(type, id.toString(), about.partner(), null, data);
        return about.exercise() ? event.inExercise() : event;
    }

    private static void put(ObjectNode data, String field, @Nullable String value) {
        if (value != null) {
            data.put(field, value);
        }
    }

    private ArrayNode because(Finding finding) {
        ArrayNode because = json.createArrayNode();
        finding.because().forEach(because::add);
        return because;
    }
}
