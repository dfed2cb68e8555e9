package org.entente.catalog.taxii;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.shelf.Aliases;
import org.entente.catalog.taxii.Page.Item;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** Sends pages; no byte of one leaves before the record that it was served is durable. */
@ApplicationScoped
class Served {
    private final MarkingChanges changes;
    private final Aliases aliases;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final TaxiiConfig config;

    Served(MarkingChanges changes, Aliases aliases, Pool pool, Outbox outbox, ObjectMapper json, TaxiiConfig config) {
        this.changes = changes;
        this.aliases = aliases;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.config = config;
    }

    /**
     * What is about to be sent.
     *
     * @param what of the collection it is: objects, manifest or versions
     * @param since {@code System.nanoTime()} before anything was decided
     */
    record Sending(Pages.Request request, Page page, String what, long since) {}

    /** The answer; a 503 problem if it took so long that the decisions may be void by now. */
    Uni<Response> send(Sending sending, Object body) {
        UUID id = UUID.randomUUID();
        return OffEventLoop.run(() -> bytes(body))
                .call(bytes -> sending.page().items().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : record(sending, event(id, sending, bytes)))
                .invoke(bytes -> requireInTime(sending.since()))
                .map(bytes -> response(id, sending.page().items(), bytes));
    }

    /** Nothing of what was withdrawn, superseded or marked anew since it was looked for. */
    private Uni<Void> record(Sending sending, Event event) {
        long start = System.nanoTime();
        Page page = sending.page();
        String partner = sending.request().reader().partner();
        Map<String, String> renamed = new TreeMap<>();
        page.items().stream()
                .filter(Item::isRenamed)
                .forEach(item -> renamed.put(item.id(), item.place().id()));
        Map<UUID, Integer> versions = new TreeMap<>();
        page.items()
                .forEach(item -> versions.put(item.place().asset(), item.place().assetVersion()));
        return pool.withTransaction(transaction -> changes.requireUnchanged(transaction, page.change(), versions)
                        .chain(() -> aliases.add(transaction, String.valueOf(partner), renamed))
                        .chain(() -> outbox.append(transaction, List.of(event))))
                .invoke(() -> changes.requireInTime(start));
    }

    private Event event(UUID id, Sending sending, byte[] bytes) {
        Reader reader = sending.request().reader();
        ObjectNode data = json.createObjectNode()
                .put("root", reader.root().name())
                .put("collection", sending.request().topic().category())
                .put("purpose", reader.root().purpose())
                .put("what", sending.what())
                .put("objects", sending.page().items().size())
                .put("sha256", Digests.sha256(bytes))
                .put("person", reader.subject())
                .put("bytes", bytes.length);
        sending.page().decisions().forEach(data.putArray("decisions")::add);
        return Event.of(EventTypes.OBJECTS_SERVED, id.toString(), reader.partner(), reader.actor(), data);
    }

    private static Response response(UUID id, List<Item> items, byte[] bytes) {
        Response.ResponseBuilder response = Taxii.answer(200, bytes);
        if (!items.isEmpty()) {
            response.header("Entente-Record", id);
            response.header(
                    "X-TAXII-Date-Added-First",
                    Taxii.timestamp(items.get(0).place().added()));
            response.header(
                    "X-TAXII-Date-Added-Last",
                    Taxii.timestamp(items.get(items.size() - 1).place().added()));
        }
        return response.build();
    }

    private void requireInTime(long since) {
        if (System.nanoTime() - since > config.answerWithin().toNanos()) {
            throw Problem.unavailable("This could not be handed over in time.");
        }
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
