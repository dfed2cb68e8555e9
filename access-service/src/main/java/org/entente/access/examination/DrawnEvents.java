package org.entente.access.examination;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.access.decision.Replay;
import org.entente.access.decision.Replays;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/**
 * Answers a draw: each decision is taken again, and the policy of each epoch among them stated, all as events of their own. A channel of
 * its own, so that nothing that lowers a posture has to wait for it; asked twice, it answers twice.
 */
@ApplicationScoped
public class DrawnEvents {
    private static final Logger LOG = Logger.getLogger(DrawnEvents.class);
    private static final int MOST = 200;

    private final EventReader reader;
    private final Replays replays;
    private final PolicyStatements policies;

    DrawnEvents(EventReader reader, Replays replays, PolicyStatements policies) {
        this.reader = reader;
        this.replays = replays;
        this.policies = policies;
    }

    /** Answers a draw, or refuses the event for good; while the store is away it waits. */
    @Incoming("examinations")
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            abortOn = {RefusedEventException.class})
    public Uni<Void> receive(String message) {
        Event event = reader.event(message);
        return event.type().equals(EventTypes.EXAMINATION_DRAWN)
                ? answer(event.subject(), decisions(event))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> answer(String examination, List<UUID> decisions) {
        Replays.Order order = new Replays.Order(null, examination);
        return Multi.createFrom()
                .iterable(decisions)
                .onItem()
                .transformToUniAndConcatenate(decision -> again(decision, order))
                .collect()
                .asList()
                .chain(answers -> {
                    TreeSet<Long> epochs = new TreeSet<>();
                    answers.forEach(answer -> answer.map(Replay::epoch).ifPresent(epochs::add));
                    return policies.state(examination, epochs);
                });
    }

    /** Empty for what cannot be taken again; that there is no answer is what the examiner sees of it. */
    private Uni<Optional<Replay>> again(UUID decision, Replays.Order order) {
        return replays.again(decision, order)
                .map(Optional::of)
                .onFailure(fault -> fault instanceof Problem problem && problem.status() < 500)
                .recoverWithItem(fault -> {
                    LOG.warnf("A decision that was drawn cannot be taken again: %s", fault.getMessage());
                    return Optional.empty();
                });
    }

    private static List<UUID> decisions(Event event) {
        List<UUID> decisions = new ArrayList<>();
        event.data().path("decisions").forEach(decision -> {
            try {
                decisions.add(UUID.fromString(decision.asText()));
            } catch (IllegalArgumentException noIdentifier) {
                throw new RefusedEventException("The event " + event.id() + " names no decisions.");
            }
        });
        if (decisions.size() > MOST) {
            throw new RefusedEventException("The event " + event.id() + " names too many decisions.");
        }
        return decisions;
    }
}
