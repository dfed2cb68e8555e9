package org.entente.access.crisis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Tells crisis-service and the log what parties made of plans. Each fact is one event; it names a partner where it concerns one alone. */
@ApplicationScoped
class PlanJournal {
    private final Outbox outbox;
    private final ObjectMapper json;
    private final String home;

    PlanJournal(Outbox outbox, ObjectMapper json, Vocabulary vocabulary) {
        this.outbox = outbox;
        this.json = json;
        this.home = vocabulary.home();
    }

    Uni<Void> offered(PlanDocument document) {
        ObjectNode data = data(document).put("sha256", document.sha256());
        return outbox.append(event(EventTypes.PLAN_OFFERED, document, null, data));
    }

    Uni<Void> consented(Plans.Version version, PlanConsent consent, boolean isInForce, PlanOfficer.Person person) {
        List<Event> events = new ArrayList<>();
        ObjectNode data = data(version.document()).put("sha256", version.sha256());
        data.put("party", consent.party()).put("officer", person.actor()).put("signature", consent.signature());
        data.put("at", consent.at().toString());
        String partner = consent.party().equals(home) ? only(version.document()) : consent.party();
        String plan = version.document().plan();
        events.add(Event.of(EventTypes.PLAN_CONSENT_GIVEN, plan, partner, person.actor(), data));
        if (isInForce) {
            ObjectNode inForce = data(version.document()).put("sha256", version.sha256());
            events.add(event(EventTypes.PLAN_IN_FORCE, version.document(), person.actor(), inForce));
        }
        return outbox.append(events.toArray(Event[]::new));
    }

    Uni<Void> withdrawn(Plans.Version version, String reason, PlanOfficer.Person person) {
        ObjectNode data = data(version.document()).put("party", person.nation()).put("reason", reason);
        return outbox.append(event(EventTypes.PLAN_CONSENT_WITHDRAWN, version.document(), person.actor(), data));
    }

    Uni<Void> refused(String activation, String why) {
        ObjectNode data = json.createObjectNode().put("activation", activation).put("reason", why);
        return outbox.append(Event.of(EventTypes.ACTIVATION_ORDER_REFUSED, activation, null, null, data));
    }

    private ObjectNode data(PlanDocument document) {
        return json.createObjectNode().put("plan", document.plan()).put("version", document.version());
    }

    private static Event event(String type, PlanDocument document, @Nullable String actor, ObjectNode data) {
        return Event.of(type, document.plan(), only(document), actor, data);
    }

    private static @Nullable String only(PlanDocument document) {
        return document.parties().size() == 2 ? document.parties().get(1) : null;
    }
}
