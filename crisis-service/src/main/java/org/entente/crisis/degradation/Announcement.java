package org.entente.crisis.degradation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Tells access-service, which acts on it, and the partner, who reads it in its records: so it says nothing of signals and persons. */
@ApplicationScoped
class Announcement {
    private final Outbox outbox;
    private final ObjectMapper json;

    Announcement(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    Uni<Void> started(Degradation degradation) {
        ObjectNode data = data(degradation)
                .put("reason", "Sharing is narrowed: " + degradation.step.wireName() + ".")
                .put("changes", degradation.step.changes())
                .put("stays", degradation.step.stays());
        return tell(EventTypes.DEGRADATION_STARTED, degradation, degradation.startedBy, data);
    }

    Uni<Void> reversed(Degradation degradation) {
        ObjectNode data = data(degradation).put("reason", "Sharing is as agreed again.");
        data.putArray("persons").add(degradation.proposedBySubject).add(degradation.reversedBySubject);
        return tell(EventTypes.DEGRADATION_REVERSED, degradation, degradation.reversedBy, data);
    }

    /** For the home side only: whether it will be reversed is not decided. */
    Uni<Void> proposed(Degradation degradation, String actor) {
        ObjectNode data =
                data(degradation).put("state", degradation.state.wireName()).put("reason", degradation.reversalReason);
        return outbox.append(
                Event.of(EventTypes.DEGRADATION_REVERSAL_PROPOSED, degradation.id.toString(), null, actor, data));
    }

    private ObjectNode data(Degradation degradation) {
        ObjectNode data = json.createObjectNode()
                .put("degradation", degradation.id.toString())
                .put("posture", degradation.step.posture())
                .put("step", degradation.step.wireName());
        if (degradation.partner != null) {
            data.put("partner", degradation.partner);
        }
        return data;
    }

    private Uni<Void> tell(String type, Degradation degradation, @Nullable String actor, ObjectNode data) {
        return outbox.append(Event.of(type, degradation.id.toString(), degradation.partner, actor, data));
    }
}
