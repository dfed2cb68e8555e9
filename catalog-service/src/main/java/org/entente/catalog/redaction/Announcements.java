package org.entente.catalog.redaction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.approval.Person;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** What the log of the home side is told of marking anew. */
@ApplicationScoped
class Announcements {
    private final ObjectMapper json;

    Announcements(ObjectMapper json) {
        this.json = json;
    }

    Event proposed(StoredRemarking remarking, Person person, String reason) {
        return event(EventTypes.REMARKING_PROPOSED, remarking, person, data(remarking, reason));
    }

    /** @param withdrawn tearlines that were made of what is redacted */
    Event decided(StoredRemarking remarking, Person person, @Nullable String reason, List<UUID> withdrawn) {
        ObjectNode data = data(remarking, reason);
        data.set("withdrawnTearlines", json.valueToTree(withdrawn));
        return event(EventTypes.REMARKING_DECIDED, remarking, person, data);
    }

    private ObjectNode data(StoredRemarking remarking, @Nullable String reason) {
        ObjectNode data = json.createObjectNode()
                .put("remarking", remarking.id().toString())
                .put("version", remarking.version())
                .put("portions", remarking.portions().size());
        data.set("kind", json.valueToTree(remarking.kind()));
        data.set("state", json.valueToTree(remarking.history().state()));
        remarking.steps().forEach(step -> data.withArray("labels")
                .add(step.label().json(json)));
        if (reason != null) {
            data.put("reason", reason);
        }
        return data;
    }

    private static Event event(String type, StoredRemarking remarking, Person person, ObjectNode data) {
        return Event.of(type, remarking.asset().toString(), null, person.actor(), data);
    }
}
