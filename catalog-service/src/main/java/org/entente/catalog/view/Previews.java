package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Supposition;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.tearline.Audience;
import org.entente.catalog.tearline.StoredTearline;
import org.entente.catalog.tearline.TearlineContent;
import org.entente.catalog.tearline.Tearlines;
import org.entente.catalog.view.Views.Permitted;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** Makes the view that an audience would get, by the same way as the view itself but for the decision. */
@ApplicationScoped
class Previews {
    /** In the place of the identifier of a decision that nobody took. */
    private static final String NO_DECISION = "preview";

    private final Finding finding;
    private final Tearlines tearlines;
    private final AccessService access;
    private final Showing showing;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final String home;

    Previews(
            Finding finding,
            Tearlines tearlines,
            AccessService access,
            Showing showing,
            KeyProvider keys,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.finding = finding;
        this.tearlines = tearlines;
        this.access = access;
        this.showing = showing;
        this.keys = keys;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.home = home;
    }

    /** The preview; that somebody looked at it is on record before it is given. */
    Uni<Preview> of(UUID assetId, UUID id, String actor) {
        Uni<Preview> preview = tearlines.find(assetId, id).chain(found -> {
            StoredTearline tearline = found.orElseThrow(Problem::notFound);
            return finding.find(assetId)
                    .map(asset -> asset.with(tearline))
                    .chain(asset -> content(asset, tearline)
                            .chain(content -> preview(asset, tearline, content.audience(), actor)))
                    .call(() -> record(tearline, actor));
        });
        return alarm.guard(assetId, preview);
    }

    private Uni<TearlineContent> content(Found found, StoredTearline tearline) {
        StoredAsset asset = found.asset().orElseThrow(Problem::notFound);
        if (asset.version() != tearline.version()) {
            throw Problem.conflict(null, "The asset has a newer version; the tearline is not shown to anybody.");
        }
        return OffEventLoop.run(() -> tearline.open(asset.key(keys), json));
    }

    private Uni<Preview> preview(Found found, StoredTearline tearline, Audience audience, String actor) {
        Asking asking = audience.asking();
        Reading reading = new Reading(Objects.requireNonNull(audience.purpose()), audience.partner(), actor, null);
        return access.suppose(asking, found.marked(json, home), found.portions(), found.sanitised())
                .chain(supposed -> supposed.wouldPermit()
                        ? shown(found, tearline, reading, supposed)
                        : Uni.createFrom().item(new Preview(tearline.id(), false, reasons(supposed, tearline), null)));
    }

    private Uni<Preview> shown(Found found, StoredTearline tearline, Reading reading, Supposition supposed) {
        StoredAsset asset = found.asset().orElseThrow(Problem::notFound);
        Terms terms = new Terms(
                NO_DECISION,
                LongNode.valueOf(supposed.epoch()),
                Obligations.ofTheReader(supposed.obligations()),
                Obligations.of(supposed.obligations(), json),
                supposed.explanation().path("partner"));
        Set<String> portions = new HashSet<>(supposed.view().portions());
        String chosen = supposed.view().tearline();
        boolean isShown = tearline.id().toString().equals(chosen);
        return showing.rendered(reading, new Permitted(found.open(asset, portions, chosen, terms.obligations()), terms))
                .chain(view -> OffEventLoop.run(() -> json.readTree(view.bytes())))
                .map(view -> new Preview(tearline.id(), isShown, reasons(supposed, tearline), view));
    }

    private static List<Supposition.Reason> reasons(Supposition supposed, StoredTearline tearline) {
        return supposed.reasons().stream()
                .filter(reason -> tearline.id().toString().equals(reason.tearline()))
                .toList();
    }

    private Uni<Void> record(StoredTearline tearline, String actor) {
        ObjectNode data = json.createObjectNode()
                .put("tearline", tearline.id().toString())
                .put("version", tearline.version())
                .put("sha256", tearline.sha256());
        Event event = Event.of(EventTypes.TEARLINE_PREVIEWED, tearline.asset().toString(), null, actor, data);
        return pool.withTransaction(transaction -> outbox.append(transaction, List.of(event)));
    }
}
