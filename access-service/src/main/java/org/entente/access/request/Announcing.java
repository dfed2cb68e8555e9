package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.entente.events.Event;
import org.jspecify.annotations.Nullable;

/** What the log learns of requests: the partner's own acts and the answers to it are for the partner to read, too. */
@ApplicationScoped
class Announcing {
    private final ObjectMapper json;

    Announcing(ObjectMapper json) {
        this.json = json;
    }

    /** An act on a request; by nobody where time did it. */
    record Act(
            String type,
            UUID request,
            String partner,
            @Nullable String actor) {}

    /** What the home side alone reads. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Within(
            @Nullable String agency,
            @Nullable String officer,
            @Nullable Instant due,
            @Nullable String reason) {}

    /** Said to both sides; the actor of the home side is not named to the partner. */
    Event toBoth(Act act, Object data) {
        return Event.of(act.type(), act.request().toString(), act.partner(), act.actor(), json.valueToTree(data));
    }

    Event within(Act act, Request request, @Nullable String reason) {
        var assignment = request.assignment();
        Within within = new Within(
                assignment == null ? null : assignment.agency(),
                assignment == null ? null : assignment.officer(),
                request.due(),
                reason);
        return Event.of(act.type(), act.request().toString(), null, act.actor(), json.valueToTree(within));
    }
}
