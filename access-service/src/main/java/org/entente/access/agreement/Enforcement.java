package org.entente.access.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.access.epoch.Epoch;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What the home side does to an agreement because of a confirmed breach: the same moves that an officer of it can make. */
@ApplicationScoped
public class Enforcement {
    private final Vocabulary vocabulary;
    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;

    Enforcement(Vocabulary vocabulary, Epoch epoch, Outbox outbox, ObjectMapper json) {
        this.vocabulary = vocabulary;
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
    }

    @RegisterForReflection
    private record Enforced(String by, String reason) {}

    /**
     * The agreements of a partner that a breach concerns, in force or suspended.
     *
     * @param agreement that was breached; absent for all
     */
    public Uni<List<Agreement>> concerned(String partner, @Nullable UUID agreement, Instant now) {
        Uni<List<Agreement>> found = agreement == null
                ? AgreementPage.all(partner)
                : Agreement.<Agreement>findById(agreement).map(one -> one == null ? List.of() : List.of(one));
        return found.map(all -> all.stream()
                .filter(one -> one.partners().contains(partner) && isAlive(one.stateAt(now)))
                .toList());
    }

    private static boolean isAlive(State state) {
        return switch (state) {
            case CONSENTED, IN_FORCE, SUSPENDED -> true;
            case DRAFTED, PROPOSED, COUNTERED, ENDED, LAPSED -> false;
        };
    }

    /** Suspends or ends; a step that is done already, or is about something else, does nothing. */
    public Uni<Void> apply(Step step, Agreement agreement, String reason, Instant now) {
        Acting acting = new Acting(new Move.Mover(vocabulary.home(), true, true), vocabulary.home(), now);
        State state = agreement.stateAt(now);
        if (step == Step.AGREEMENT_SUSPENDED && state != State.SUSPENDED) {
            agreement.suspend(vocabulary.home(), reason, acting);
            return told(EventTypes.AGREEMENT_SUSPENDED, agreement, reason);
        }
        if (step == Step.TERMINATION && isAlive(state)) {
            agreement.end(acting);
            return told(EventTypes.AGREEMENT_ENDED, agreement, reason);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> told(String type, Agreement agreement, String reason) {
        List<Event> events = new ArrayList<>();
        Enforced enforced = new Enforced(vocabulary.home(), reason);
        agreement
                .partners()
                .forEach(partner ->
                        events.add(Event.of(type, agreement.id.toString(), partner, null, json.valueToTree(enforced))));
        return epoch.advance().chain(() -> outbox.append(events.toArray(Event[]::new)));
    }
}
