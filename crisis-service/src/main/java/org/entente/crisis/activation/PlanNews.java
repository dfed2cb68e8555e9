package org.entente.crisis.activation;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.entente.crisis.hearing.Listener;
import org.entente.crisis.plan.PlanNotes;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jboss.logging.Logger;

/** Hears from access-service what parties made of plans: only there they consent, and a withdrawal there ends what runs here. */
@ApplicationScoped
class PlanNews implements Listener {
    private static final Logger LOG = Logger.getLogger(PlanNews.class);
    private static final Set<String> TYPES = Set.of(
            EventTypes.PLAN_CONSENT_GIVEN,
            EventTypes.PLAN_IN_FORCE,
            EventTypes.PLAN_CONSENT_WITHDRAWN,
            EventTypes.ACTIVATION_ORDER_REFUSED);

    private final PlanNotes notes;
    private final Endings endings;

    PlanNews(PlanNotes notes, Endings endings) {
        this.notes = notes;
        this.endings = endings;
    }

    @Override
    public boolean concerns(Event event) {
        return !event.exercise() && TYPES.contains(event.type());
    }

    @Override
    public Uni<Void> hear(SqlClient transaction, Event event) {
        JsonNode data = event.data();
        return switch (event.type()) {
            case EventTypes.PLAN_CONSENT_GIVEN -> notes.consented(transaction, plan(data), data);
            case EventTypes.PLAN_IN_FORCE ->
                notes.agreed(
                        transaction,
                        plan(data),
                        data.path("version").asInt(),
                        data.path("sha256").asText());
            case EventTypes.PLAN_CONSENT_WITHDRAWN -> withdrawn(transaction, event);
            default -> refused(event);
        };
    }

    private Uni<Void> withdrawn(SqlClient transaction, Event event) {
        UUID plan = plan(event.data());
        String by = event.actor() == null ? event.data().path("party").asText() : event.actor();
        String reason = "consent was withdrawn: " + event.data().path("reason").asText();
        return notes.withdrawn(transaction, plan).chain(() -> endings.ofPlan(transaction, plan, by, reason, false));
    }

    /** Nothing of ours should ever be refused there: somebody else may be ordering in our name. */
    private static Uni<Void> refused(Event event) {
        LOG.errorf(
                "access-service refused an order about the activation %s: it %s.",
                event.subject(), event.data().path("reason").asText());
        return Uni.createFrom().voidItem();
    }

    private static UUID plan(JsonNode data) {
        return UUID.fromString(data.path("plan").asText());
    }
}
