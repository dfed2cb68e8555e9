package org.entente.crisis.escalation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** What the others hear of an escalation: who was called, never by which address. */
final class Announcement {
    private static final Map<Move, String> TYPES = Map.of(
            Move.ACKNOWLEDGE, EventTypes.ESCALATION_ACKNOWLEDGED,
            Move.HAND_OVER, EventTypes.ESCALATION_HANDED_OVER,
            Move.ASCEND, EventTypes.ESCALATION_ASCENDED,
            Move.REMIND, EventTypes.ESCALATION_REMINDED,
            Move.GIVE_UP, EventTypes.ESCALATION_UNANSWERED,
            Move.RESOLVE, EventTypes.ESCALATION_RESOLVED);

    private Announcement() {}

    static Event opened(ObjectMapper json, UUID id, Course course, String actor) {
        return event(json, EventTypes.ESCALATION_OPENED, id, course, actor);
    }

    static Event of(ObjectMapper json, UUID id, Course course, @Nullable String actor) {
        return event(json, String.valueOf(TYPES.get(course.move())), id, course, actor);
    }

    private static Event event(ObjectMapper json, String type, UUID id, Course course, @Nullable String actor) {
        Escalation next = course.next();
        ObjectNode data = json.createObjectNode()
                .put("escalation", id.toString())
                .put("ladder", next.matter().ladder())
                .put("subject", next.matter().subject())
                .put("level", next.call().level() + 1)
                .put("state", next.state().wireName());
        if (next.matter().about() != null) {
            data.put("about", next.matter().about());
        }
        if (next.due() != null) {
            data.put("due", next.due().toString());
        }
        List<String> called =
                course.called().stream().map(Contact::person).distinct().toList();
        data.set("called", json.valueToTree(called));
        Event event = Event.of(type, id.toString(), null, actor, data);
        return next.matter().rehearsed() ? event.inExercise() : event;
    }
}
