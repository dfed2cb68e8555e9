package org.entente.access.exercise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.access.decision.Case;
import org.entente.access.decision.Cases;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Policies;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Inbox;
import org.entente.outbox.Outbox;

/**
 * Takes part in the exercises that the crisis service conducts. When one starts, the epoch of policy is noted: that is its
 * copy, whatever becomes of the real one meanwhile. Each simulated request is decided on the copy, by the same code as any
 * other, and the outcome is announced, marked as of an exercise. Nothing here writes to policy, takes an epoch, or makes a record
 * among the decisions (G10).
 */
@ApplicationScoped
public class Rehearsals {
    private static final String SYNTHETIC = "exercise:";
    private static final String COPY = "insert into exercise_copy (exercise, epoch)"
            + " select ?1, epoch from policy_epoch on conflict do nothing";
    private static final String EPOCH = "select epoch from exercise_copy where exercise = $1";

    private final EventReader reader;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Pool pool;
    private final Policies policies;
    private final Cases cases;
    private final ObjectMapper json;

    Rehearsals(
            EventReader reader,
            Inbox inbox,
            Outbox outbox,
            Pool pool,
            Policies policies,
            Cases cases,
            ObjectMapper json) {
        this.reader = reader;
        this.inbox = inbox;
        this.outbox = outbox;
        this.pool = pool;
        this.policies = policies;
        this.cases = cases;
        this.json = json;
    }

    /** Plays along; whatever is not marked as of an exercise is none of its business. */
    public Uni<Void> hear(Event event) {
        if (!event.exercise()) {
            return Uni.createFrom().voidItem();
        }
        if (event.type().equals(EventTypes.EXERCISE_STARTED)) {
            return inbox.once(event, () -> Panache.getSession()
                    .chain(session -> session.createNativeQuery(COPY)
                            .setParameter(1, event.subject())
                            .executeUpdate())
                    .replaceWithVoid());
        }
        return event.type().equals(EventTypes.EXERCISE_INJECTED)
                        && event.data().path("kind").asText().equals("request")
                ? decide(event, reader.data(event, SimulatedRequest.class))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> decide(Event event, SimulatedRequest request) {
        Case question = question(request);
        return pool.preparedQuery(EPOCH)
                .execute(Tuple.of(event.subject()))
                .map(rows -> {
                    for (var row : rows) {
                        return Optional.of(row.getLong("epoch"));
                    }
                    return Optional.<Long>empty();
                })
                .chain(epoch -> epoch.map(policies::at)
                        .orElseThrow(
                                () -> new RefusedEventException("The exercise " + event.subject() + " has no copy.")))
                .map(policy -> policy.orElseThrow(
                        () -> new RefusedEventException("The copy of " + event.subject() + " is not known any more.")))
                .map(policy -> decided(event, request, question, request.copy().of(policy)))
                .chain(announcement -> inbox.once(event, () -> outbox.append(announcement)));
    }

    /** Only synthetic content can be asked about, and only in an exercise. */
    private Case question(SimulatedRequest request) {
        ObjectNode question = request.question().deepCopy();
        if (!question.at("/resource/id").asText().startsWith(SYNTHETIC)) {
            throw new RefusedEventException("A simulated request is about something that is not synthetic.");
        }
        question.withObject("/context").put("exercise", true);
        try {
            return cases.supposed(question, "/question");
        } catch (Problem problem) {
            throw new RefusedEventException("A simulated request cannot be decided: " + problem.getMessage());
        }
    }

    private Event decided(Event event, SimulatedRequest request, Case question, CompiledPolicy copy) {
        Case.Outcome outcome = question.under(copy);
        int all = request.question().at("/resource/properties/portions").size();
        ObjectNode data = json.createObjectNode()
                .put("exercise", event.subject())
                .put("inject", request.inject())
                .put("decision", outcome.permits())
                .put("permitted", outcome.portions().size())
                .put("denied", all - outcome.portions().size())
                .put("epoch", copy.epoch())
                .put("inputsSha256", CanonicalJson.sha256(json, request.question()));
        data.set("codes", json.valueToTree(outcome.codes().keySet()));
        return Event.of(EventTypes.EXERCISE_DECIDED, event.subject(), event.partner(), null, data)
                .inExercise();
    }
}
