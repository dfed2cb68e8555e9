package org.entente.catalog.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jboss.logging.Logger;

/** What happens when stored content is not what was stored: it is on record, and the reader learns nothing. */
@ApplicationScoped
public class IntegrityAlarm {
    private static final Logger LOG = Logger.getLogger(IntegrityAlarm.class);

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    IntegrityAlarm(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** The work on an asset's content; an {@link IntegrityException} of it is recorded and becomes a 500 problem. */
    public <T> Uni<T> guard(UUID asset, Uni<T> work) {
        return work.onFailure(IntegrityException.class)
                .call(fault -> record(asset, fault))
                .onFailure(IntegrityException.class)
                .transform(fault -> Problem.of(500, null, "Something went wrong here; nothing was changed."));
    }

    /** The same for one asset of many: it is left out, so that one that was tampered with does not hide all others. */
    public <T> Uni<Optional<T>> sift(UUID asset, Uni<T> work) {
        return work.map(Optional::of).onFailure(IntegrityException.class).recoverWithUni(fault -> record(asset, fault)
                .replaceWith(Optional.empty()));
    }

    private Uni<Void> record(UUID asset, IntegrityException fault) {
        LOG.errorf("The content of asset %s is not what was stored: %s", asset, fault.getMessage());
        Event event = Event.of(
                EventTypes.INTEGRITY_VIOLATED,
                asset.toString(),
                null,
                null,
                json.createObjectNode().put("portion", fault.part()));
        return pool.withTransaction(transaction -> outbox.append(transaction, List.of(event)));
    }
}
