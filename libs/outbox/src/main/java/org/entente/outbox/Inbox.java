package org.entente.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.entente.events.Event;

/** Applies an event once in effect, however often it is delivered. */
@ApplicationScoped
public class Inbox {

    /** Runs {@code work} in one transaction with the note that the event was applied; does nothing the second time. */
    public Uni<Void> once(Event event, Supplier<Uni<Void>> work) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into inbox (source, event_id) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, event.source())
                        .setParameter(2, event.id())
                        .executeUpdate())
                .chain(inserted -> inserted == 1 ? work.get() : Uni.createFrom().voidItem()));
    }
}
