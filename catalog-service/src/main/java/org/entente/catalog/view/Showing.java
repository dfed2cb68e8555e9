package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.masking.Serving;
import org.entente.catalog.masking.Servings;
import org.entente.catalog.view.Opening.Rendered;
import org.entente.catalog.view.Views.Permitted;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Shows content: opened, put on record, and only then sent. */
@ApplicationScoped
class Showing {
    private final StoredAssets assets;
    private final MarkingPolicyStore policies;
    private final Servings servings;
    private final MarkingChanges changes;
    private final Opening opening;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Showing(
            StoredAssets assets,
            MarkingPolicyStore policies,
            Servings servings,
            MarkingChanges changes,
            Opening opening,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.assets = assets;
        this.policies = policies;
        this.servings = servings;
        this.changes = changes;
        this.opening = opening;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * The answer; no byte of it leaves before the record that it was served is durable. Empty where the labels changed since
     * they were decided on.
     */
    Uni<Optional<Response>> show(Reading reading, Permitted permitted) {
        return rendered(reading, permitted).chain(view -> {
            long start = System.nanoTime();
            return record(reading, permitted, new Sent(view.portions(), view.sha256(), view.bytes().length))
                    .map(isRecorded -> {
                        changes.requireInTime(start);
                        return isRecorded ? Optional.of(response(view)) : Optional.empty();
                    });
        });
    }

    /** The bytes of an answer, which nobody has seen and nothing records yet. */
    Uni<Rendered> rendered(Reading reading, Permitted permitted) {
        Opened opened = permitted.opened();
        StoredAsset asset = opened.asset();
        Uni<Rendered> rendered = serving(reading, asset)
                .chain(serving -> policies.labels().chain(vocabulary -> assets.contents(asset, opened.shown())
                        .chain(contents -> OffEventLoop.run(() -> opening.render(
                                opened,
                                new Material.Sources(contents, vocabulary, serving.orElse(null)),
                                reading,
                                permitted.terms())))));
        return alarm.guard(asset.id(), rendered);
    }

    private Uni<Optional<Serving>> serving(Reading reading, StoredAsset asset) {
        @Nullable String partner = reading.partner();
        return partner == null
                ? Uni.createFrom().item(Optional.empty())
                : servings.to(partner, Objects.requireNonNullElse(asset.changed(), asset.registered()))
                        .map(Optional::of);
    }

    /**
     * What is about to be sent.
     *
     * @param sha256 of the bytes, all of them
     */
    record Sent(int portions, String sha256, long bytes) {}

    /**
     * Puts on record what is about to be sent; not where the labels changed since they were decided on, nor where it was withdrawn
     * or superseded: either waits for what is recorded before it, and nothing is recorded after it.
     *
     */
    Uni<Boolean> record(Reading reading, Permitted permitted, Sent sent) {
        Opened opened = permitted.opened();
        ObjectNode data = json.createObjectNode()
                .put("assetId", opened.asset().id().toString())
                .put("version", opened.asset().version())
                .put("purpose", reading.purpose())
                .put("portions", sent.portions())
                .put("sha256", sent.sha256())
                .put("bytes", sent.bytes());
        if (reading.person() != null) {
            data.put("person", reading.person());
        }
        if (opened.tearline() != null) {
            data.put("tearline", opened.tearline().id().toString());
        }
        Event event = Event.of(
                EventTypes.VIEW_SERVED, permitted.terms().decisionId(), reading.partner(), reading.actor(), data);
        return pool.withTransaction(transaction -> changes.isNewest(
                        transaction, opened.asset().id(), opened.change())
                .call(isNewest -> isNewest
                        ? present(transaction, opened.asset()).chain(() -> outbox.append(transaction, List.of(event)))
                        : Uni.createFrom().voidItem()));
    }

    /** Neither withdrawn nor superseded, and not until the end of the transaction. */
    private static Uni<Void> present(SqlClient transaction, StoredAsset asset) {
        return transaction
                .preparedQuery("select version from listed_asset where asset = $1 for share")
                .execute(Tuple.of(asset.id()))
                .invoke(rows -> requirePresent(rows, asset))
                .replaceWithVoid();
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
