package org.entente.access.crisis;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.access.epoch.Epoch;
import org.entente.access.exercise.Rehearsals;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.access.signal.Degradations;
import org.entente.access.training.Exercises;
import org.entente.access.vocabulary.Document;
import org.entente.events.ActivationEnded;
import org.entente.events.ActivationStarted;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.events.PlanAgreed;
import org.entente.http.Problem;
import org.entente.outbox.Inbox;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the crisis service announces. A plan and its activation may arrive in either order; whether an activation
 * counts is decided when policy is compiled, from both.
 */
@ApplicationScoped
@RegisterForReflection(targets = {Event.class, PlanAgreed.class, ActivationStarted.class, ActivationEnded.class})
public class CrisisEvents {
    private final EventReader reader;
    private final Inbox inbox;
    private final Epoch epoch;
    private final Degradations degradations;
    private final Exercises exercises;
    private final Rehearsals rehearsals;

    CrisisEvents(
            EventReader reader,
            Inbox inbox,
            Epoch epoch,
            Degradations degradations,
            Exercises exercises,
            Rehearsals rehearsals) {
        this.exercises = exercises;
        this.rehearsals = rehearsals;
        this.reader = reader;
        this.inbox = inbox;
        this.epoch = epoch;
        this.degradations = degradations;
    }

    /** Applies an event, or refuses it for good; while the store is away it waits, since later events build on it. */
    @Incoming("crisis")
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            abortOn = {
                RefusedEventException.class,
                ConstraintViolationException.class,
                DataException.class,
                Problem.class
            })
    public Uni<Void> receive(String message) {
        Event event = reader.event(message);
        // That somebody has learnt something in an exercise is no part of it.
        if (event.type().equals(EventTypes.EXERCISE_COMPLETED)) {
            return exercises.complete(event);
        }
        // An exercise runs through the same events and touches no real policy (G10).
        if (event.exercise()) {
            return rehearsals.hear(event);
        }
        return switch (event.type()) {
            case EventTypes.PLAN_AGREED -> keep(event, reader.data(event, PlanAgreed.class));
            case EventTypes.ACTIVATION_STARTED -> keep(event, reader.data(event, ActivationStarted.class));
            case EventTypes.DEGRADATION_STARTED -> degradations.started(event);
            case EventTypes.DEGRADATION_REVERSED -> degradations.reversed(event);
            case EventTypes.ACTIVATION_ENDED -> keep(event, reader.data(event, ActivationEnded.class));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> keep(Event event, PlanAgreed plan) {
        if (plan.maxDuration().isNegative() || plan.maxDuration().isZero()) {
            throw new RefusedEventException("The plan " + plan.plan() + " has no duration.");
        }
        return inbox.once(
                event,
                () -> change(
                        "insert into crisis_plan (id, version, terms) values (?1, ?2, ?3) on conflict do nothing",
                        plan.plan(),
                        plan.version(),
                        Document.write(plan)));
    }

    private Uni<Void> keep(Event event, ActivationStarted activation) {
        if (!activation.until().isAfter(activation.from())) {
            throw new RefusedEventException("The activation " + activation.activation() + " ends before it starts.");
        }
        return inbox.once(event, () -> maxDuration(activation)
                .invoke(longest -> requireWithin(activation, longest))
                .chain(() -> change(
                        "insert into crisis_activation (id, plan, plan_version, valid_from, valid_until)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing",
                        activation.activation(),
                        activation.plan(),
                        activation.planVersion(),
                        activation.from(),
                        activation.until())));
    }

    private Uni<Void> keep(Event event, ActivationEnded end) {
        return inbox.once(
                event,
                () -> change(
                        "insert into crisis_activation_end (activation, at) values (?1, ?2) on conflict do nothing",
                        end.activation(),
                        end.at()));
    }

    /** How long the plan lets it last; absent while the plan has not arrived. */
    private static Uni<@Nullable Duration> maxDuration(ActivationStarted activation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select terms from crisis_plan where id = ?1 and version = ?2", String.class)
                        .setParameter(1, activation.plan())
                        .setParameter(2, activation.planVersion())
                        .getSingleResultOrNull())
                .map(terms -> terms == null
                        ? null
                        : Document.read(terms, PlanAgreed.class).maxDuration());
    }

    private static void requireWithin(ActivationStarted activation, @Nullable Duration longest) {
        Duration stated = Duration.between(activation.from(), activation.until());
        if (longest != null && stated.compareTo(longest) > 0) {
            throw new RefusedEventException(
                    "The activation " + activation.activation() + " is longer than its plan allows.");
        }
    }

    private Uni<Void> change(String insert, Object... values) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(insert);
                    for (int index = 0; index < values.length; index++) {
                        query.setParameter(index + 1, values[index]);
                    }
                    return query.executeUpdate();
                })
                .chain(epoch::advance)
                .replaceWithVoid();
    }
}
