package org.entente.crisis.activation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.entente.crisis.act.Actor;
import org.entente.crisis.plan.Plan;
import org.entente.events.ActivationEnded;
import org.entente.events.ActivationExtended;
import org.entente.events.ActivationStarted;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.events.order.ActivationOrder;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to activations to the outbox, in the transaction in which it happens. Each fact is one event,
 * whatever the number of partners, since {@code access-service} acts on it once; an event names the partner when the
 * plan has only one, and none otherwise.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {ActivationStarted.class, ActivationExtended.class, ActivationEnded.class, ActivationOrder.class})
class Journal {
    private final Outbox outbox;
    private final ObjectMapper json;
    private final OrderKey key;
    private final Duties duties;

    Journal(Outbox outbox, ObjectMapper json, OrderKey key, Duties duties) {
        this.outbox = outbox;
        this.json = json;
        this.key = key;
        this.duties = duties;
    }

    /** The request, and the start when no second person was needed. */
    Uni<Void> requested(Activation activation, Plan plan, Actor actor) {
        Uni<Void> written =
                outbox.append(event(EventTypes.ACTIVATION_REQUESTED, activation, actor, activation.request()));
        return activation.activeFrom == null ? written : written.chain(() -> started(activation, plan, actor));
    }

    /** The start, ordered, and what has to be told because of it. */
    Uni<Void> started(Activation activation, Plan plan, Actor actor) {
        String order = key.sign(activation.order());
        return outbox.append(event(EventTypes.ACTIVATION_STARTED, activation, actor, activation.start(order)))
                .chain(() -> duties.open(activation, plan.terms().duties()));
    }

    Uni<Void> extended(Activation activation, Extension extension, Actor actor) {
        String order = key.sign(activation.extension(
                extension.criterionMet, extension.persons, Objects.requireNonNull(extension.decidedAt)));
        return outbox.append(event(
                EventTypes.ACTIVATION_EXTENDED,
                activation,
                actor,
                new ActivationExtended(
                        activation.id.toString(),
                        activation.plan.toString(),
                        activation.extensions,
                        Objects.requireNonNull(activation.activeUntil),
                        extension.reason,
                        order)));
    }

    /** Ends by a person's hand. */
    Uni<Void> ended(List<Activation> activations, Actor actor) {
        return outbox.append(activations.stream()
                .map(activation -> event(EventTypes.ACTIVATION_ENDED, activation, actor, activation.ending()))
                .toArray(Event[]::new));
    }

    Event endedByClock(UUID activation, UUID plan, @Nullable String partner, Ending ending) {
        return endedByItself(activation, plan, partner, ending, null);
    }

    /** Ends by no officer of this service. */
    Event endedByItself(UUID activation, UUID plan, @Nullable String partner, Ending ending, @Nullable String actor) {
        return Event.of(
                EventTypes.ACTIVATION_ENDED,
                activation.toString(),
                partner,
                actor,
                json.valueToTree(new ActivationEnded(
                        activation.toString(), plan.toString(), ending.at(), ending.by(), ending.reason())));
    }

    private Event event(String type, Activation activation, Actor actor, Object data) {
        return Event.of(type, activation.id.toString(), activation.partner, actor.name(), json.valueToTree(data));
    }
}
