package org.entente.crisis.kept;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.function.Function;
import org.entente.events.Event;

/**
 * What a move makes of a document.
 *
 * @param events what there is to tell, written with it in one transaction
 * @param also what else is written in it
 */
public record Turn<T>(T next, List<Event> events, Function<SqlClient, Uni<Void>> also) {
    public Turn {
        events = List.copyOf(events);
    }

    public static <T> Turn<T> of(T next, Event... events) {
        return new Turn<>(next, List.of(events), transaction -> Uni.createFrom().voidItem());
    }
}
