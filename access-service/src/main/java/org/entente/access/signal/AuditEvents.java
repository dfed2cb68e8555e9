package org.entente.access.signal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.access.partner.Posture;
import org.entente.access.posture.Cause;
import org.entente.access.posture.Fall;
import org.entente.access.posture.Lifting;
import org.entente.access.posture.Postures;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.access.sanction.BreachConfirmed;
import org.entente.access.sanction.Sanctions;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Inbox;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;

/** What audit-service finds in the records of access: an anomaly lowers the posture, a confirmed breach has its consequences. */
@ApplicationScoped
public class AuditEvents {
    private final EventReader reader;
    private final Inbox inbox;
    private final Postures postures;
    private final Sanctions sanctions;

    AuditEvents(EventReader reader, Inbox inbox, Postures postures, Sanctions sanctions) {
        this.reader = reader;
        this.inbox = inbox;
        this.postures = postures;
        this.sanctions = sanctions;
    }

    /** Applies an event, or refuses it for good; while the store is away it waits, since later events build on it. */
    @Incoming("audit")
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
        // An exercise runs through the same events and touches no real posture (G10).
        if (event.exercise()) {
            return Uni.createFrom().voidItem();
        }
        return switch (event.type()) {
            case EventTypes.ANOMALY_DETECTED -> detected(event, reader.data(event, AnomalyDetected.class));
            case EventTypes.ANOMALY_DISMISSED -> dismissed(event, reader.data(event, AnomalyDismissed.class));
            case EventTypes.BREACH_CONFIRMED -> confirmed(event, reader.data(event, BreachConfirmed.class));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> detected(Event event, AnomalyDetected anomaly) {
        if (!anomaly.advice().isStricterThan(Posture.NORMAL)) {
            return Uni.createFrom().voidItem();
        }
        String reason = "Anomaly " + anomaly.kind() + " found by audit-service.";
        return inbox.once(
                event,
                () -> postures.fall(Fall.now(
                        anomaly.partner(), Cause.Kind.ANOMALY, anomaly.anomaly(), anomaly.advice(), reason, null)));
    }

    private Uni<Void> dismissed(Event event, AnomalyDismissed dismissal) {
        TwoPersons.require(dismissal.persons(), event);
        return inbox.once(
                event,
                () -> postures.lift(
                        Cause.Kind.ANOMALY,
                        dismissal.anomaly(),
                        dismissal.partner(),
                        new Lifting(String.join(", ", dismissal.persons()), dismissal.reason(), null)));
    }

    private Uni<Void> confirmed(Event event, BreachConfirmed breach) {
        TwoPersons.require(breach.persons(), event);
        return inbox.once(event, () -> sanctions.apply(breach, agreement(event)));
    }

    /** Absent for all agreements of the partner. */
    private static @Nullable UUID agreement(Event event) {
        String stated = event.data().path("agreement").textValue();
        try {
            return stated == null ? null : UUID.fromString(stated);
        } catch (IllegalArgumentException noIdentifier) {
            throw new RefusedEventException("The event " + event.id() + " names no agreement: " + stated);
        }
    }
}
