package org.entente.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.entente.events.Event;

/** Where events are written in the transaction of what they tell; the relay does the rest. */
@ApplicationScoped
public class Outbox {
    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** Writes events in the current Panache transaction, in this order. */
    public Uni<Void> append(Event... events) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Event event : events) {
            written = written.chain(() -> Panache.getSession())
                    .chain(session -> session.createNativeQuery("insert into outbox (subject, event) values (?1, ?2)")
                            .setParameter(1, event.subject())
                            .setParameter(2, text(event))
                            .executeUpdate())
                    .replaceWithVoid();
        }
        return written;
    }

    /** Writes events through the connection of a transaction of the SQL client, in this order. */
    public Uni<Void> append(SqlClient connection, List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.of(
                events.stream().map(Event::subject).toArray(String[]::new),
                events.stream().map(this::text).toArray(String[]::new));
        return connection
                .preparedQuery("insert into outbox (subject, event) select * from unnest($1::text[], $2::text[])")
                .execute(rows)
                .replaceWithVoid();
    }

    /** An event as it travels: for stores that write it in a statement of their own. */
    public String text(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
