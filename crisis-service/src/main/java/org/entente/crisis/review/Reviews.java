package org.entente.crisis.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.entente.crisis.escalation.Escalations;
import org.entente.crisis.escalation.Matter;
import org.entente.crisis.kept.Cabinet;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Shelf;
import org.entente.crisis.kept.Turn;
import org.entente.crisis.time.Repeating;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** The reviews there are. What is overdue is told once, and somebody is called for it where there is a ladder. */
@ApplicationScoped
class Reviews {
    private final Shelf<Review> shelf;
    private final Escalations escalations;
    private final ObjectMapper json;
    private final Settings settings;

    Reviews(Cabinet cabinet, Escalations escalations, ObjectMapper json, Settings settings) {
        this.shelf = cabinet.shelf("crisis_review", Review.class);
        this.escalations = escalations;
        this.json = json;
        this.settings = settings;
    }

    /** Settings of reviews. */
    @ConfigMapping(prefix = "entente.review")
    interface Settings {
        /** How often a replica looks for what is overdue. */
        @WithDefault("PT5S")
        Duration every();

        /** The ladder on which somebody is called for a review that is overdue; nobody is where there is none of that name. */
        @WithDefault("crisis-cell")
        String ladder();
    }

    void start(@Observes StartupEvent event, Repeating repeating) {
        repeating.every(settings.every(), "The clock of reviews", this::tick);
    }

    Shelf<Review> shelf() {
        return shelf;
    }

    /** Whether there may be more. */
    Uni<Boolean> tick() {
        return shelf.tick(kept -> {
            Event event = event(EventTypes.REVIEW_OF_CRISIS_OVERDUE, kept, null, data(kept.id(), kept.document()));
            Matter matter = Matter.routine(
                    settings.ladder(),
                    "The review of an activation is overdue",
                    kept.id().toString());
            return new Turn<>(
                    kept.document().toldOverdue(),
                    List.of(event),
                    transaction -> escalations.open(transaction, UUID.randomUUID(), matter, "clock"));
        });
    }

    /** What every event of a review says. */
    ObjectNode data(UUID id, Review review) {
        return json.createObjectNode()
                .put("review", id.toString())
                .put("activation", review.activation().toString())
                .put("plan", review.plan().toString());
    }

    static Event event(String type, Kept<Review> kept, @Nullable String actor, ObjectNode data) {
        return Event.of(type, kept.id().toString(), null, actor, data);
    }
}
