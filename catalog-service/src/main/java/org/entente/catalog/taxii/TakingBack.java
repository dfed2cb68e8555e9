package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.entente.catalog.contribution.StoredContributions;
import org.entente.catalog.shelf.Shelf;
import org.entente.catalog.shelf.Shelf.Mine;
import org.entente.catalog.shelf.ShelvedObject;
import org.entente.catalog.taxii.Pages.Request;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** A contributor takes its own objects out of the collections again; what was handed over before stays on record. */
@ApplicationScoped
class TakingBack {
    private final Pages pages;
    private final Shelf shelf;
    private final StoredContributions contributions;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    TakingBack(
            Pages pages, Shelf shelf, StoredContributions contributions, Pool pool, Outbox outbox, ObjectMapper json) {
        this.pages = pages;
        this.shelf = shelf;
        this.contributions = contributions;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** A 403 problem (as failure) for what is another's, and the one 404 problem for what may not be known. */
    Uni<Void> takeBack(Request request, String object) {
        if (request.reader().isHome()) {
            throw Problem.forbidden("Nobody takes anything back here.");
        }
        return pages.own(request)
                .chain(own -> own.isEmpty()
                        ? pages.holds(request, object)
                                .invoke(isHeld -> {
                                    throw isHeld
                                            ? Problem.forbidden("It is another originator's.")
                                            : Problem.notFound();
                                })
                                .replaceWithVoid()
                        : pool.withTransaction(transaction -> takeBack(transaction, request.reader(), own)));
    }

    private Uni<Void> takeBack(SqlConnection transaction, Reader reader, List<ShelvedObject> own) {
        String object = own.get(0).id();
        List<Instant> versions = own.stream().map(ShelvedObject::version).toList();
        List<String> labels = own.stream().map(ShelvedObject::label).toList();
        Mine mine = new Mine(reader.root().nation(), object, reader.actor());
        ObjectNode data = json.createObjectNode().put("object", object).put("versions", versions.size());
        Event event = Event.of(EventTypes.OBJECT_WITHDRAWN, object, mine.originator(), mine.actor(), data);
        return shelf.takeBack(transaction, mine, labels, versions)
                .chain(() -> contributions.forget(transaction, mine.originator(), object, versions))
                .chain(() -> outbox.append(transaction, List.of(event)));
    }
}
