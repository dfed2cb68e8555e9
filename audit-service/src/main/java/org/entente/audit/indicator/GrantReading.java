package org.entente.audit.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Kind;
import org.entente.audit.indicator.Open.Whose;
import org.entente.audit.indicator.Tally.Happened;
import org.entente.events.EventTypes;

/** Grants: which are live, when each was used last, and whether their reviews are closed in time. */
final class GrantReading implements Reading {

    private static final int MOST = 64;

    private final Roster roster;

    GrantReading(Roster roster) {
        this.roster = roster;
    }

    @Override
    public List<Key> touched(Logged entry) {
        return switch (entry.type()) {
            case EventTypes.GRANT_ISSUED, EventTypes.GRANT_WITHDRAWN, EventTypes.GRANT_NARROWED ->
                List.of(grant(entry.subject()));
            case EventTypes.DECISION_MADE -> used(entry);
            case EventTypes.REVIEW_OPENED, EventTypes.REVIEW_CLOSED -> List.of(review(entry));
            default -> List.of();
        };
    }

    @Override
    public void read(Logged entry, Books books, Tally tally) {
        switch (entry.type()) {
            case EventTypes.GRANT_ISSUED ->
                books.put(Open.of(grant(entry.subject()), entry.at(), roster.whose(entry.partner(), entry, books))
                        .dueBy(Times.read(entry.data().path("until"))));
            case EventTypes.GRANT_WITHDRAWN -> books.close(grant(entry.subject()));
            case EventTypes.GRANT_NARROWED -> narrowed(entry, books);
            case EventTypes.DECISION_MADE -> used(entry).forEach(key -> use(books, key, entry.at()));
            case EventTypes.REVIEW_OPENED ->
                books.put(Open.of(review(entry), entry.at(), Whose.of(entry.text("partner")))
                        .dueBy(Times.read(entry.data().path("due"))));
            case EventTypes.REVIEW_CLOSED -> reviewed(entry, books, tally);
            default -> {}
        }
    }

    private static void narrowed(Logged entry, Books books) {
        Open grant = books.find(grant(entry.subject()));
        Instant until = Times.read(entry.data().at("/grant/until"));
        if (grant != null && until != null) {
            books.put(grant.dueBy(until));
        }
    }

    private static void use(Books books, Key key, Instant at) {
        Open grant = books.find(key);
        if (grant != null) {
            books.put(grant.usedAt(at));
        }
    }

    private void reviewed(Logged entry, Books books, Tally tally) {
        Open review = books.close(review(entry));
        if (review != null) {
            Whose whose = roster.whose(review.whose().partner(), entry, books);
            tally.was(
                    Happened.of(Indicator.REVIEWS_IN_TIME, entry.at(), whose),
                    !review.isOverdue(entry.at()),
                    Duration.between(review.since(), entry.at()));
        }
    }

    private static List<Key> used(Logged entry) {
        List<Key> keys = new ArrayList<>();
        for (JsonNode grant : entry.data().path("grants")) {
            if (grant.isTextual() && keys.size() < MOST) {
                keys.add(grant(grant.textValue()));
            }
        }
        return keys;
    }

    private static Key grant(String id) {
        return new Key(Kind.GRANT, id);
    }

    private static Key review(Logged entry) {
        return new Key(Kind.REVIEW, entry.subject());
    }
}
