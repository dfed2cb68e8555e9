package org.entente.access.crisis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.access.exercise.Rehearsals;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.access.signal.Degradations;
import org.entente.access.training.Exercises;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.ActivationEnded;
import org.entente.events.ActivationExtended;
import org.entente.events.ActivationStarted;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.events.PlanAgreed;
import org.entente.events.order.ActivationOrder;
import org.entente.http.Problem;
import org.entente.outbox.Inbox;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;

/**
 * Hears what crisis-service announces. What narrows is believed; what widens must be an order, and stay inside what all parties
 * consented to here.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Event.class,
            PlanAgreed.class,
            PlanDocument.class,
            ActivationStarted.class,
            ActivationExtended.class,
            ActivationEnded.class,
            ActivationOrder.class
        })
public class CrisisEvents {
    private final EventReader reader;
    private final Inbox inbox;
    private final Epoch epoch;
    private final Degradations degradations;
    private final Exercises exercises;
    private final Plans plans;
    private final Orders orders;
    private final PlanJournal journal;
    private final Vocabulary vocabulary;
    private final Rehearsals rehearsals;

    CrisisEvents(
            EventReader reader,
            Inbox inbox,
            Epoch epoch,
            Degradations degradations,
            Exercises exercises,
            Plans plans,
            Orders orders,
            PlanJournal journal,
            Vocabulary vocabulary,
            Rehearsals rehearsals) {
        this.exercises = exercises;
        this.plans = plans;
        this.orders = orders;
        this.journal = journal;
        this.vocabulary = vocabulary;
        this.rehearsals = rehearsals;
        this.reader = reader;
        this.inbox = inbox;
        this.epoch = epoch;
        this.degradations = degradations;
    }

    /** A version of a plan, laid out for consent. */
    @RegisterForReflection
    record Offer(PlanDocument document) {}

    /** That a party does not stand by a plan any more. */
    @RegisterForReflection
    record Withdrawn(String plan, String party, String reason) {}

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
            case EventTypes.PLAN_PROPOSED, EventTypes.PLAN_AMENDED -> offered(event);
            case EventTypes.PLAN_WITHDRAWN -> withdrawn(event, reader.data(event, Withdrawn.class));
            case EventTypes.ACTIVATION_STARTED -> {
                ActivationStarted started = reader.data(event, ActivationStarted.class);
                yield inbox.once(event, () -> orders.start(started.activation(), started.order()));
            }
            case EventTypes.ACTIVATION_EXTENDED -> {
                ActivationExtended extended = reader.data(event, ActivationExtended.class);
                yield inbox.once(event, () -> orders.extend(extended.activation(), extended.order()));
            }
            case EventTypes.DEGRADATION_STARTED -> degradations.started(event);
            case EventTypes.DEGRADATION_REVERSED -> degradations.reversed(event);
            case EventTypes.ACTIVATION_ENDED -> keep(event, reader.data(event, ActivationEnded.class));
            default -> Uni.createFrom().voidItem();
        };
    }

    /** Offered for consent; it binds nobody. */
    private Uni<Void> offered(Event event) {
        PlanDocument document = reader.data(event, Offer.class).document();
        document.ceiling(vocabulary);
        return inbox.once(event, () -> plans.offer(document)
                .chain(isNew ->
                        isNew ? journal.offered(document) : Uni.createFrom().voidItem()));
    }

    /** A party took its consent back there; that it only narrows is why it is believed. */
    private Uni<Void> withdrawn(Event event, Withdrawn withdrawal) {
        return inbox.once(event, () -> StoreClock.now()
                .chain(now -> plans.withdraw(withdrawal.plan(), withdrawal.party(), withdrawal.reason(), now))
                .chain(epoch::advance)
                .replaceWithVoid());
    }

    private Uni<Void> keep(Event event, ActivationEnded end) {
        return inbox.once(
                event,
                () -> change(
                        "insert into crisis_activation_end (activation, at) values (?1, ?2) on conflict do nothing",
                        end.activation(),
                        end.at()));
    }

    private Uni<Void> change(String insert, Object... values) {
        return Sql.change(insert, values).chain(epoch::advance).replaceWithVoid();
    }
}
