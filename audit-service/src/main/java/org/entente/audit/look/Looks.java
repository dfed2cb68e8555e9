package org.entente.audit.look;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Puts looks on record before what was looked at is shown. A look makes one record, and nothing here looks by itself: there is no
 * endless loop, however often somebody looks at records of looks.
 */
@ApplicationScoped
public class Looks {

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Looks(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** Who looks, kept while the request goes on elsewhere. */
    public record Looker(
            String subject, String actor, @Nullable String partner) {

        public static Looker of(Caller caller) {
            return new Looker(caller.subject(), caller.actor(), caller.partner().orElse(null));
        }
    }

    /** Reads in one transaction with the record of having read, which is durable before the answer is given. */
    public <T> Uni<T> recorded(Looker looker, Function<SqlClient, Uni<T>> reading, Function<T, Look> look) {
        return pool.withTransaction(transaction ->
                reading.apply(transaction).call(shown -> record(transaction, looker, look.apply(shown))));
    }

    /** Puts a look on record within a transaction. */
    public Uni<Void> record(SqlClient transaction, Looker looker, Look look) {
        ObjectNode data = json.createObjectNode()
                .put("reader", looker.subject())
                .put("what", look.what())
                .put("entries", look.entries());
        look.query().forEach(data.putObject("query")::put);
        if (look.first() != null) {
            data.put("first", look.first()).put("last", look.last());
        }
        Event event = Event.of(
                EventTypes.AUDIT_RECORDS_READ, UUID.randomUUID().toString(), looker.partner(), looker.actor(), data);
        return outbox.append(transaction, List.of(event));
    }
}
