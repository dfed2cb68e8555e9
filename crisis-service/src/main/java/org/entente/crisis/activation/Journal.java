package org.entente.crisis.activation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.entente.crisis.act.Actor;
import org.entente.events.ActivationEnded;
import org.entente.events.ActivationStarted;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to activations to the outbox, in the transaction in which it happens. Each fact is one event,
 * whatever the number of partners, since {@code access-service} acts on it once; an event names the partner when the
 * plan has only one, and none otherwise.
 */
@ApplicationScoped
class Journal {
    private final Outbox outbox;
    private final ObjectMapper json;

    Journal(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** What was asked for, and whether the signals called for it. */
    @RegisterForReflection
    record Requested(
            String activation, String plan, int planVersion, Duration duration, boolean criterionMet, String reason) {}

    /** The request, and the start when no second person was needed. */
    Uni<Void> requested(Activation activation, Actor actor) {
        Requested data = new Requested(
                activation.id.toString(),
                activation.plan.toString(),
                activation.planVersion,
                activation.duration(),
                activation.criterionMet,
                activation.reason);
        Uni<Void> written = outbox.append(event(EventTypes.ACTIVATION_REQUESTED, activation, actor, data));
        return activation.activeFrom == null ? written : written.chain(() -> started(activation, actor));
    }

    Uni<Void> started(Activation activation, Actor actor) {
        ActivationStarted data = new ActivationStarted(
                activation.id.toString(),
                activation.plan.toString(),
                activation.planVersion,
                activation.activeFrom,
                activation.activeUntil,
                activation.reason);
        return outbox.append(event(EventTypes.ACTIVATION_STARTED, activation, actor, data));
    }

    /** Ends by a person's hand. */
    Uni<Void> ended(List<Activation> activations, Actor actor) {
        return outbox.append(activations.stream()
                .map(activation -> event(EventTypes.ACTIVATION_ENDED, activation, actor, endOf(activation)))
                .toArray(Event[]::new));
    }

    Event endedByClock(UUID activation, UUID plan, @Nullable String partner, Ending ending) {
        return Event.of(
                EventTypes.ACTIVATION_ENDED,
                activation.toString(),
                partner,
                null,
                json.valueToTree(new ActivationEnded(
                        activation.toString(), plan.toString(), ending.at(), ending.by(), ending.reason())));
    }

    private static ActivationEnded endOf(Activation activation) {
        return new ActivationEnded(
                activation.id.toString(),
                activation.plan.toString(),
                activation.endedAt,
                activation.endedBy,
                activation.endReason);
    }

    private Event event(String type, Activation activation, Actor actor, Object data) {
        return Event.of(type, activation.id.toString(), activation.partner, actor.name(), json.valueToTree(data));
    }
}
