package org.entente.access.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Tells the log what became of a question; besides the home side, only the nation that was asked may see it. */
@ApplicationScoped
class Announcement {
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Vocabulary vocabulary;

    Announcement(Outbox outbox, ObjectMapper json, Vocabulary vocabulary) {
        this.outbox = outbox;
        this.json = json;
        this.vocabulary = vocabulary;
    }

    Uni<Void> append(String type, Consent consent, String actor, Instant now) {
        return outbox.append(Event.of(
                type, consent.id.toString(), audience(consent), actor, json.valueToTree(ConsentView.of(consent, now))));
    }

    private @Nullable String audience(Consent consent) {
        boolean isForeign = consent.giverKind == Giver.Kind.ORIGINATOR && !consent.giver.equals(vocabulary.home());
        return isForeign ? consent.giver : null;
    }
}
