package org.entente.audit.anomaly;

import com.fasterxml.jackson.databind.JsonNode;
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
        return this instanceof OfGrant grant ? List.of(grant.partner()) : List.of(((OfDismissal) this).subject());
    }

    static Optional<Told> of(Logged entry, AccessReader reader) {
        return switch (entry.type()) {
            case EventTypes.GRANT_ISSUED -> grant(entry);
            case EventTypes.ANOMALY_DISMISSED, EventTypes.ANOMALY_DISMISSED_AT_HOME -> dismissal(entry);
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

    /** Whatever it says, the watch goes on: what is not understood makes nothing usual. */
    private static Optional<Told> dismissal(Logged entry) {
        JsonNode usual = entry.data().path("usual");
        Optional<Kind> kind = Kind.of(usual.path("kind").asText());
        Optional<Scope> scope = Scope.find(usual.path("scope").asText());
        if (kind.isEmpty() || scope.isEmpty()) {
            return Optional.empty();
        }
        Subject subject = new Subject(scope.get(), usual.path("subject").asText(), entry.isExercise());
        return Optional.of(new OfDismissal(
                subject,
                new Signal.Dismissed(
                        kind.get(),
                        usual.path("key").asText(),
                        usual.path("value").asDouble())));
    }
}
