package org.entente.access.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.access.simulation.Preparation.Prepared;
import org.entente.access.simulation.SimulationView.Reached;
import org.entente.access.simulation.SimulationView.State;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;

/** Starts a simulation: checked, on record with who asked for it, and only then running. */
@RequestScoped
class Start {
    private final Preparation preparation;
    private final Simulations simulations;
    private final SimulationStore store;
    private final SimulationSettings settings;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final ObjectMapper json;

    Start(
            Preparation preparation,
            Simulations simulations,
            SimulationStore store,
            SimulationSettings settings,
            Idempotency idempotency,
            Outbox outbox,
            ObjectMapper json) {
        this.preparation = preparation;
        this.simulations = simulations;
        this.store = store;
        this.settings = settings;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.json = json;
    }

    Uni<Response> of(Supposition supposition, String actor) {
        boolean isPlanOnly = supposition.draft() != null && supposition.draft().isPlanOnly();
        return SimulationResource.offEventLoop(() -> preparation.prepared(supposition))
                .chain(preparation::counted)
                .chain(prepared -> once(prepared, isPlanOnly, actor));
    }

    private Uni<Response> once(Prepared prepared, boolean isPlanOnly, String actor) {
        AtomicBoolean isReserved = new AtomicBoolean();
        return idempotency
                .once(prepared.digest(), () -> {
                    simulations.reserve();
                    isReserved.set(true);
                    return create(prepared, isPlanOnly, actor);
                })
                .invoke(() -> {
                    if (isReserved.get()) {
                        simulations.start(prepared.job());
                    }
                })
                .onFailure(fault -> isReserved.get())
                .invoke(simulations::giveBack)
                .onCancellation()
                .invoke(() -> {
                    if (isReserved.get()) {
                        simulations.giveBack();
                    }
                });
    }

    private Uni<Created> create(Prepared prepared, boolean isPlanOnly, String actor) {
        SimulationView view = view(prepared, actor);
        JsonNode data = json.createObjectNode()
                .put("questions", prepared.total())
                .put("epoch", view.epoch())
                .set("asked", prepared.asked());
        // Whoever simulates looks into what people asked for. Addressed to nobody: drafts are the home side's own.
        Event started = Event.of(EventTypes.SIMULATION_STARTED, view.id().toString(), null, actor, data);
        return store.create(view, isPlanOnly)
                .chain(() -> outbox.append(started))
                .replaceWith(new Created("/access/simulations/" + view.id(), view));
    }

    private SimulationView view(Prepared prepared, String actor) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new SimulationView(
                prepared.job().id(),
                true,
                State.RUNNING,
                prepared.asked(),
                prepared.job().policy().epoch(),
                new Reached(0, prepared.total()),
                json.valueToTree(Tally.NONE),
                actor,
                now,
                null,
                now.plus(settings.keptFor()));
    }
}
