package org.entente.crisis.kept;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.outbox.Outbox;

/** Opens the shelves on which documents are kept. */
@ApplicationScoped
public class Cabinet {
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Cabinet(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** @param table with the columns id, version, state, due_at and document */
    public <T extends Filed> Shelf<T> shelf(String table, Class<T> type) {
        return new Shelf<>(pool, outbox, json, table, type);
    }
}
