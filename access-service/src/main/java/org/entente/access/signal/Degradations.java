package org.entente.access.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.access.partner.Posture;
import org.entente.access.posture.Cause;
import org.entente.access.posture.Fall;
import org.entente.access.posture.Lifting;
import org.entente.access.posture.Postures;
import org.entente.access.received.EventReader;
import org.entente.events.Event;
import org.entente.outbox.Inbox;
import org.jspecify.annotations.Nullable;

/** Degradations by crisis-service, of one partner or of all: by risk indicators, or by hand. */
@ApplicationScoped
public class Degradations {
    private final EventReader reader;
    private final Inbox inbox;
    private final Postures postures;

    Degradations(EventReader reader, Inbox inbox, Postures postures) {
        this.reader = reader;
        this.inbox = inbox;
        this.postures = postures;
    }

    /** That partners are to be trusted less. */
    @RegisterForReflection
    record Started(String degradation, Posture posture, String reason) {}

    /** That it is over, as two persons say. */
    @RegisterForReflection
    record Reversed(String degradation, List<String> persons) {}

    public Uni<Void> started(Event event) {
        Started started = reader.data(event, Started.class);
        if (!started.posture().isStricterThan(Posture.NORMAL)) {
            return Uni.createFrom().voidItem();
        }
        return inbox.once(
                event,
                () -> postures.fall(Fall.now(
                        partner(event),
                        Cause.Kind.DEGRADATION,
                        started.degradation(),
                        started.posture(),
                        started.reason(),
                        event.actor())));
    }

    public Uni<Void> reversed(Event event) {
        Reversed reversed = reader.data(event, Reversed.class);
        TwoPersons.require(reversed.persons(), event);
        String reason = event.data().path("reason").asText("The degradation was reversed.");
        return inbox.once(
                event,
                () -> postures.lift(
                        Cause.Kind.DEGRADATION,
                        reversed.degradation(),
                        partner(event),
                        new Lifting(String.join(", ", reversed.persons()), reason, event.actor())));
    }

    /** Absent for all. */
    private static @Nullable String partner(Event event) {
        return event.data().path("partner").textValue();
    }
}
