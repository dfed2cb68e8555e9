package org.entente.crisis.activation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.entente.crisis.plan.Notification;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;

/** Who must be told of an activation, and by when: opened with it, done by somebody, or missed by the clock. */
@ApplicationScoped
class Duties {
    private static final String OPEN = """
        insert into duty (id, activation, who, what, due)
        values (?1, ?2, ?3, ?4, cast(cast(?5 as text) as timestamptz))\
        """;

    /** Each is missed once, whoever looks; it can still be done, late. */
    private static final String MISS = """
        update duty set missed_at = due where done_at is null and missed_at is null and due <= now()
        returning id, activation, who, due\
        """;

    private final Outbox outbox;
    private final ObjectMapper json;

    Duties(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** In the current Panache transaction, in which the activation starts. */
    Uni<Void> open(Activation activation, List<Notification> notifications) {
        if (notifications.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession().chain(session -> session.flush()).chain(() -> {
            Uni<Void> opened = Uni.createFrom().voidItem();
            for (Notification notification : notifications) {
                opened = opened.chain(() -> open(activation, notification));
            }
            return opened;
        });
    }

    private Uni<Void> open(Activation activation, Notification notification) {
        UUID id = UUID.randomUUID();
        String due = Objects.requireNonNull(activation.activeFrom)
                .plus(notification.within())
                .toString();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN)
                        .setParameter(1, id)
                        .setParameter(2, activation.id)
                        .setParameter(3, notification.who().name())
                        .setParameter(4, notification.what())
                        .setParameter(5, due)
                        .executeUpdate())
                .chain(() -> outbox.append(event(
                        EventTypes.DUTY_OPENED,
                        id,
                        activation.id,
                        notification.who().wireName(),
                        due)));
    }

    /** Writes down, once, what nobody has done in time. */
    Uni<Void> miss(SqlClient transaction) {
        return transaction.query(MISS).execute().chain(rows -> outbox.append(transaction, missed(rows)));
    }

    private List<Event> missed(RowSet<Row> rows) {
        List<Event> events = new ArrayList<>();
        for (Row row : rows) {
            events.add(event(
                    EventTypes.DUTY_MISSED,
                    row.getUUID("id"),
                    row.getUUID("activation"),
                    Notification.Who.valueOf(row.getString("who")).wireName(),
                    row.getOffsetDateTime("due").toInstant().toString()));
        }
        return events;
    }

    private Event event(String type, UUID id, UUID activation, String who, String due) {
        ObjectNode data = json.createObjectNode()
                .put("duty", id.toString())
                .put("activation", activation.toString())
                .put("who", who)
                .put("due", due);
        return Event.of(type, id.toString(), null, null, data);
    }
}
