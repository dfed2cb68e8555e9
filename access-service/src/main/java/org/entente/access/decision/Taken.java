package org.entente.access.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken and is not on record yet.
 *
 * @param answer to be given once it is
 */
record Taken(UUID id, Asked asked, Decision decision, Answer answer) {

    static Taken of(UUID id, Asked asked, Decision decision) {
        return new Taken(id, asked, decision, Answer.of(id, decision));
    }

    /** The partner who may read the record. */
    @Nullable String reader() {
        return decision.partnerMayKnow() && asked.question() instanceof Question.OfAsset ofAsset
                ? ofAsset.person().partner()
                : null;
    }

    /** As it is announced to the log, with the digest of the answer. */
    Event event(ObjectMapper json, String resultSha256) {
        Event event = Event.of(EventTypes.DECISION_MADE, id.toString(), reader(), null, data(json, resultSha256));
        return asked.isExercise() ? event.inExercise() : event;
    }

    private ObjectNode data(ObjectMapper json, String resultSha256) {
        ObjectNode data = json.createObjectNode()
                .put("person", asked.text("/subject/id"))
                .put("action", asked.text("/action/name"))
                .put("purpose", asked.text("/context/purpose"))
                .put("resource", asked.text("/resource/id"))
                .put("decision", decision.permits())
                .put("epoch", decision.epoch())
                .put("permitted", decision.view().portions().size());
        if (asked.question() instanceof Search) {
            data.put("search", asked.text("/search"));
        }
        if (reader() == null) {
            data.put("denied", decision.denied()).set("codes", json.valueToTree(decision.codes()));
        } else {
            // The partner verifies this record itself: it says that something is protected, not how much or why.
            data.put("protected", decision.denied() > 0);
        }
        Watched.add(data, this);
        return data.put("inputsSha256", CanonicalJson.sha256(json, asked.inputs()))
                .put("resultSha256", resultSha256);
    }
}
