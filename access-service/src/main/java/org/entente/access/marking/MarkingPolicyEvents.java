package org.entente.access.marking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.access.epoch.Epoch;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.PublishedCategories;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.label.LabelException;
import org.entente.label.MarkingPolicy;
import org.entente.outbox.Inbox;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;

/** Keeps the marking policies and the information policy that the catalog publishes, every version. */
@ApplicationScoped
@RegisterForReflection(
        targets = {MarkingPolicy.class, MarkingPolicy.Level.class, MarkingPolicy.Group.class, MarkingPolicy.Member.class
        })
public class MarkingPolicyEvents {
    private static final String VERSION = "version";

    private final EventReader reader;
    private final Inbox inbox;
    private final Epoch epoch;
    private final Vocabulary vocabulary;

    MarkingPolicyEvents(EventReader reader, Inbox inbox, Epoch epoch, Vocabulary vocabulary) {
        this.reader = reader;
        this.inbox = inbox;
        this.epoch = epoch;
        this.vocabulary = vocabulary;
    }

    /** Applies an event, or refuses it for good; while the store is away it waits, since later events build on it. */
    @Incoming("catalog")
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            abortOn = {RefusedEventException.class, ConstraintViolationException.class, DataException.class})
    public Uni<Void> receive(String message) {
        Event event = reader.event(message);
        if (event.exercise()) {
            return Uni.createFrom().voidItem();
        }
        if (event.type().equals(EventTypes.MARKING_POLICY_PUBLISHED)) {
            return keep(event, reader.data(event, ObjectNode.class));
        }
        return event.type().equals(EventTypes.INFORMATION_POLICY_PUBLISHED)
                ? keepCategories(event, reader.data(event, InformationPolicy.class))
                : Uni.createFrom().voidItem();
    }

    /** As much of the event as decisions need. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record InformationPolicy(long version, @Nullable PublishedCategories policy) {}

    private Uni<Void> keepCategories(Event event, InformationPolicy published) {
        PublishedCategories categories = published.policy();
        if (published.version() < 1 || categories == null) {
            throw new RefusedEventException("Not a version of the information policy.");
        }
        try {
            vocabulary.published().with(categories.added());
        } catch (LabelException fault) {
            throw new RefusedEventException("Not an information policy: " + fault.getMessage());
        }
        return inbox.once(event, () -> Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into information_policy (version, document)"
                                + " values (?1, ?2) on conflict do nothing")
                        .setParameter(1, published.version())
                        .setParameter(2, Document.write(categories))
                        .executeUpdate())
                .chain(epoch::advance)
                .replaceWithVoid());
    }

    private Uni<Void> keep(Event event, ObjectNode published) {
        long version = published.path(VERSION).asLong();
        MarkingPolicy policy = policy(published.without(VERSION));
        if (version < 1) {
            throw new RefusedEventException("The marking policy " + policy.name() + " has no version.");
        }
        return inbox.once(event, () -> Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into marking_policy (name, version, document)"
                                + " values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, policy.name())
                        .setParameter(2, version)
                        .setParameter(3, Document.write(policy))
                        .executeUpdate())
                .chain(epoch::advance)
                .replaceWithVoid());
    }

    private static MarkingPolicy policy(ObjectNode document) {
        try {
            return MarkingPolicy.of(document);
        } catch (LabelException fault) {
            throw new RefusedEventException("Not a marking policy: " + fault.getMessage());
        }
    }
}
