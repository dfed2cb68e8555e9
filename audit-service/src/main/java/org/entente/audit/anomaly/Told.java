package org.entente.audit.anomaly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.audit.anomaly.Subject.Scope;
import org.entente.audit.follow.Logged;
import org.entente.events.EventTypes;

/** What an entry of the log tells about habits. */
sealed interface Told {

    record OfAccess(Access access) implements Told {}

    /** A grant that nobody has used yet. */
    record OfGrant(Subject partner, String grant, Instant at) implements Told {}

    /** Something was a false alarm. */
    record OfDismissal(Subject subject, Signal.Dismissed dismissed) implements Told {}

    /** Of whom it tells. */
    default List<Subject> subjects() {
        if (this instanceof OfAccess access) {
            return Subject.of(access.access().by());
        }
        return this instanceof OfGrant grant
                ? List.of(grant.partner())
                : List.of(((OfDismissal) this).subject());
    }

    static Optional<Told> of(Logged entry, AccessReader reader) {
        return switch (entry.type()) {
            case EventTypes.GRANT_ISSUED -> grant(entry);
            case EventTypes.ANOMALY_DISMISSED -> dismissal(entry);
            default -> reader.read(entry).map(OfAccess::new);
        };
    }

    private static Optional<Told> grant(Logged entry) {
        String partner = entry.partner();
        return partner == null
                ? Optional.empty()
                : Optional.of(new OfGrant(
                        new Subject(Scope.PARTNER, partner, entry.isExercise()), entry.subject(), entry.at()));
    }

    private static Optional<Told> dismissal(Logged entry) {
        var usual = entry.data().path("usual");
        return Kind.of(usual.path("kind").asText()).map(kind -> new OfDismissal(
                new Subject(
                        Scope.of(usual.path("scope").asText()), usual.path("subject").asText(), entry.isExercise()),
                new Signal.Dismissed(
                        kind, usual.path("key").asText(), usual.path("value").asDouble())));
    }
}
