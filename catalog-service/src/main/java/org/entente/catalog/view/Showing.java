package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.view.Opening.Opened;
import org.entente.catalog.view.Opening.Rendered;
import org.entente.catalog.view.Opening.Sources;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;

/** Shows content: opened, put on record, and only then sent. */
@ApplicationScoped
class Showing {
    private final StoredAssets assets;
    private final MarkingPolicyStore policies;
    private final Opening opening;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Showing(
            StoredAssets assets,
            MarkingPolicyStore policies,
            Opening opening,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.assets = assets;
        this.policies = policies;
        this.opening = opening;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** The answer; no byte of it leaves before the record that it was served is durable. */
    Uni<Response> show(Reading reading, Opened opened, Terms terms) {
        Uni<Rendered> rendered = policies.labels().chain(vocabulary -> assets.contents(opened.asset(), opened.shown())
                .chain(contents -> OffEventLoop.run(
                        () -> opening.render(opened, new Sources(contents, vocabulary), reading, terms))));
        return alarm.guard(opened.asset().id(), rendered)
                .call(view -> record(served(reading, opened, terms, view)))
                .map(Showing::response);
    }

    private Uni<Void> record(Event event) {
        return pool.withTransaction(transaction -> outbox.append(transaction, List.of(event)));
    }

    private Event served(Reading reading, Opened opened, Terms terms, Rendered view) {
        return Event.of(
                EventTypes.VIEW_SERVED,
                terms.decisionId(),
                reading.partner(),
                reading.actor(),
                json.createObjectNode()
                        .put("assetId", opened.asset().id().toString())
                        .put("version", opened.asset().version())
                        .put("purpose", reading.purpose())
                        .put("portions", view.portions())
                        .put("sha256", view.sha256()));
    }

    private static Response response(Rendered view) {
        return Response.ok(view.bytes(), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
