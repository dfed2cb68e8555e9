package org.entente.access.examination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;

/**
 * States what policy was at an epoch: every row that it was made of, by kind and key, and the SHA-256 of all of them in canonical JSON.
 * Where that is more than an event holds, the digest alone.
 */
@ApplicationScoped
class PolicyStatements {
    private static final int LARGEST = 700_000;
    private static final String ROWS = """
        select kind, id, document from (
            select distinct on (kind, id) kind, id, document from policy_history
            where epoch <= $1 order by kind, id, epoch desc) latest
        where document is not null order by kind, id""";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    PolicyStatements(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    Uni<Void> state(String examination, Collection<Long> epochs) {
        return Multi.createFrom()
                .iterable(epochs)
                .onItem()
                .transformToUniAndConcatenate(epoch -> pool.preparedQuery(ROWS)
                        .execute(Tuple.of(epoch))
                        .chain(rows -> outbox.append(pool, List.of(statement(examination, epoch, rows)))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Event statement(String examination, long epoch, RowSet<Row> rows) {
        ArrayNode documents = json.createArrayNode();
        int size = 0;
        for (Row row : rows) {
            String document = row.getString("document");
            size += document.length();
            documents
                    .addObject()
                    .put("kind", row.getString("kind"))
                    .put("key", row.getString("id"))
                    .set("row", read(document));
        }
        ObjectNode data = json.createObjectNode()
                .put("examination", examination)
                .put("epoch", epoch)
                .put("rows", documents.size())
                .put("sha256", CanonicalJson.sha256(json, documents));
        if (size <= LARGEST) {
            data.set("documents", documents);
        }
        return Event.of(EventTypes.POLICY_STATED, "epoch-" + epoch, null, null, data);
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A row of the history of policy cannot be read.", damaged);
        }
    }
}
