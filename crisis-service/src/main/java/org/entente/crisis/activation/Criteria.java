package org.entente.crisis.activation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.entente.crisis.indicator.Gate;
import org.entente.crisis.indicator.Readings;
import org.entente.crisis.plan.Criterion;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.signal.Gates;
import org.entente.crisis.signal.Signals;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;

/** Whether the signals call for a plan; tells when that turns. */
@ApplicationScoped
class Criteria {
    private final Gates gates;
    private final Outbox outbox;
    private final ObjectMapper json;

    Criteria(Gates gates, Outbox outbox, ObjectMapper json) {
        this.gates = gates;
        this.outbox = outbox;
        this.json = json;
    }

    /** With the plan's row locked, so that what follows from it is done once. */
    Uni<Gates.Turn> move(Plan plan, Instant now) {
        Criterion criterion = plan.terms().criterion();
        return Signals.recent(criterion.indicators(), now)
                .chain(recent -> {
                    Readings readings = new Readings(recent, now, null);
                    return gates.move(owner(plan), "", readings, gate -> criterion.next(gate, readings, now));
                })
                .call(turn -> told(plan, turn));
    }

    Uni<Gate> gate(Plan plan) {
        return gates.read(owner(plan), "");
    }

    /** Whether there is anything to move; without a lock, for those who look often. */
    Uni<Boolean> isMoving(Plan plan, Instant now) {
        Criterion criterion = plan.terms().criterion();
        return Signals.recent(criterion.indicators(), now)
                .chain(recent -> gate(plan).map(gate -> !criterion
                        .next(gate, new Readings(recent, now, null), now)
                        .equals(gate)));
    }

    /** A version has a gate of its own: what called for another one says nothing about it. */
    private static String owner(Plan plan) {
        return "plan " + plan.id() + " v" + plan.version();
    }

    private Uni<Void> told(Plan plan, Gates.Turn turn) {
        if (!turn.hasOpened() && !turn.hasShut()) {
            return Uni.createFrom().voidItem();
        }
        ObjectNode data =
                json.createObjectNode().put("plan", plan.id().toString()).put("version", plan.version());
        data.set("because", json.valueToTree(turn.because()));
        String type = turn.hasOpened() ? EventTypes.CRITERION_MET : EventTypes.CRITERION_FELL;
        return outbox.append(Event.of(type, plan.id().toString(), null, null, data));
    }
}
