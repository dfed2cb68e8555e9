package org.entente.audit.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Kind;
import org.entente.audit.indicator.Open.Whose;
import org.entente.audit.indicator.Tally.Happened;
import org.entente.events.EventTypes;

/** Requests of partners: whether they are answered when they are due; while the partner is asked something, nothing is. */
final class RequestReading implements Reading {

    private static final String REQUESTS = "org.entente.access.request.";

    @Override
    public List<Key> touched(Logged entry) {
        return entry.type().startsWith(REQUESTS) ? List.of(key(entry)) : List.of();
    }

    @Override
    public void read(Logged entry, Books books, Tally tally) {
        Key key = key(entry);
        if (entry.type().equals(EventTypes.REQUEST_SUBMITTED)) {
            books.put(told(Open.of(key, entry.at(), Whose.of(entry.partner())), entry));
            return;
        }
        Open request = books.find(key);
        if (request == null) {
            return;
        }
        switch (entry.type()) {
            case EventTypes.REQUEST_APPROVED, EventTypes.REQUEST_REFUSED ->
                answered(request, entry, !request.isOverdue(entry.at()), books, tally);
            case EventTypes.REQUEST_LAPSED -> answered(request, entry, false, books, tally);
            case EventTypes.REQUEST_WITHDRAWN -> books.close(key);
            case EventTypes.REQUEST_CLARIFICATION_ASKED -> books.put(request.dueBy(null));
            default -> books.put(told(request, entry));
        }
    }

    private static void answered(Open request, Logged entry, boolean inTime, Books books, Tally tally) {
        books.close(request.key());
        tally.was(
                Happened.of(Indicator.REQUESTS_IN_TIME, entry.at(), request.whose()),
                inTime,
                Duration.between(request.since(), entry.at()));
    }

    /** What the event says of who answers and when it is due. */
    private static Open told(Open request, Logged entry) {
        Instant due = Times.read(entry.data().path("due"));
        String agency = entry.text("agency");
        Open known = due == null ? request : request.dueBy(due);
        return agency == null ? known : known.of(new Whose(known.whose().partner(), agency));
    }

    private static Key key(Logged entry) {
        return new Key(Kind.REQUEST, entry.subject());
    }
}
