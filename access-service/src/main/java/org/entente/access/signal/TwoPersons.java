package org.entente.access.signal;

import java.util.List;
import org.entente.access.received.RefusedEventException;
import org.entente.events.Event;

/** Who may take a cause away, or confirm a breach (G9). */
final class TwoPersons {
    private static final int TWO = 2;

    private TwoPersons() {}

    /** Refuses an event that does not name two different persons. */
    static void require(List<String> persons, Event event) {
        long named = persons.stream()
                .filter(person -> person != null && !person.isBlank())
                .distinct()
                .count();
        if (named < TWO) {
            throw new RefusedEventException("The event " + event.id() + " does not name two persons.");
        }
    }
}
