package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.view.Opening.Opened;
import org.entente.catalog.view.Opening.Rendered;
import org.entente.catalog.view.Opening.Sources;
import org.entente.catalog.view.Views.Permitted;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
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
                .call(view -> record(reading, new Permitted(opened, terms), view.portions(), view.sha256()))
                .map(Showing::response);
    }

    /**
     * Puts on record what is about to be sent, unless the asset was withdrawn or superseded since it was found: either waits for
     * what is recorded before it, and nothing is recorded after it.
     *
     * @param sha256 of the bytes
     */
    Uni<Void> record(Reading reading, Permitted permitted, int portions, String sha256) {
        StoredAsset asset = permitted.opened().asset();
        Event event = Event.of(
                EventTypes.VIEW_SERVED,
                permitted.terms().decisionId(),
                reading.partner(),
                reading.actor(),
                json.createObjectNode()
                        .put("assetId", asset.id().toString())
                        .put("version", asset.version())
                        .put("purpose", reading.purpose())
                        .put("portions", portions)
                        .put("sha256", sha256));
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("select version from listed_asset where asset = $1 for share")
                .execute(Tuple.of(asset.id()))
                .invoke(rows -> requirePresent(rows, asset))
                .chain(() -> outbox.append(transaction, List.of(event))));
    }

    private static void requirePresent(RowSet<Row> listed, StoredAsset asset) {
        if (listed.size() == 0) {
            throw Problem.notFound();
        }
        if (listed.iterator().next().getInteger("version") != asset.version()) {
            throw Problem.unavailable("There is a newer version now; ask again.");
        }
    }

    private static Response response(Rendered view) {
        return Response.ok(view.bytes(), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
