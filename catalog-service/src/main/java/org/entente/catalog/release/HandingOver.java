package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.content.Place;
import org.entente.catalog.holding.Enclosure;
import org.entente.catalog.provenance.Custody;
import org.entente.catalog.provenance.Custody.Copy;
import org.entente.catalog.view.Opened;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/**
 * Gives out packages: each time it is decided anew, so that what was withdrawn since is not handed out again, and no byte
 * leaves before that is on record.
 */
@ApplicationScoped
class HandingOver {
    private static final String PACKAGE = "select manifest, package from release where id = $1";

    private final Releasing releasing;
    private final Enclosing enclosing;
    private final Custody custody;
    private final MarkingChanges changes;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    HandingOver(
            Releasing releasing,
            Enclosing enclosing,
            Custody custody,
            MarkingChanges changes,
            KeyProvider keys,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.releasing = releasing;
        this.enclosing = enclosing;
        this.custody = custody;
        this.changes = changes;
        this.keys = keys;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** A package that is on record as handed over, and has yet to be sent. */
    record Handed(Release release, Frame frame, List<Enclosure> enclosures) {}

    /** The package, for whoever fetches it. */
    Uni<Handed> handOver(KeptRelease kept, Handing handing) {
        return releasing.permit(handing).chain(permitted -> {
            Opened opened = stillPermitted(kept, permitted);
            return releasing
                    .contents(handing, permitted, opened)
                    .invoke(contents -> requireTheSame(kept, contents.substance()))
                    .chain(contents -> open(kept, opened.asset())
                            .map(frame -> new Handed(kept.release(), frame, contents.enclosures())))
                    .call(() -> record(kept.release(), handing, permitted, opened));
        });
    }

    /** The bytes of it; breaks off where it is withdrawn or marked anew meanwhile. */
    Multi<Buffer> bytes(Handed handed) {
        return enclosing.bytes(handed.frame(), handed.enclosures()).map(Buffer::buffer);
    }

    private static Opened stillPermitted(KeptRelease kept, Releasing.Permitted permitted) {
        Opened opened = permitted.opened();
        if (opened.asset().version() != kept.release().version()) {
            throw Problem.conflict(null, "A newer version took its place; ask for a release of that.");
        }
        return opened.only(kept.portions(), kept.tearline()).orElseThrow(HandingOver::overtaken);
    }

    /** Masks and labels may be others than when it was made. */
    private static void requireTheSame(KeptRelease kept, String substance) {
        if (!substance.equals(kept.substance())) {
            throw overtaken();
        }
    }

    private static Problem overtaken() {
        return Problem.forbidden("Not everything in this package is permitted any more; ask for a new release.");
    }

    private Uni<Frame> open(KeptRelease kept, StoredAsset asset) {
        Release release = kept.release();
        Uni<Frame> opened = pool.preparedQuery(PACKAGE)
                .execute(Tuple.of(release.id()))
                .chain(rows -> {
                    Row row = rows.iterator().next();
                    byte[] manifest = row.getString("manifest").getBytes(StandardCharsets.US_ASCII);
                    byte[] sealed = row.getBuffer("package").getBytes();
                    Place place = Place.release(asset.id(), asset.version(), release.id(), manifest);
                    return OffEventLoop.run(
                            () -> intact(new Frame(asset.key(keys).open(place, sealed), kept.places()), release));
                });
        return alarm.guard(asset.id(), opened);
    }

    /** Attachments are looked at as they are sent, a chunk at a time. */
    private static Frame intact(Frame frame, Release release) {
        boolean isWhole = frame.places().isEmpty();
        if (isWhole && !Digests.sha256(frame.bytes()).equals(release.file().sha256())) {
            throw new IntegrityException("release");
        }
        return frame;
    }

    private Uni<Void> record(Release release, Handing handing, Releasing.Permitted permitted, Opened opened) {
        ObjectNode data = json.createObjectNode()
                .put("assetId", release.assetId().toString())
                .put("version", release.version())
                .put("purpose", release.purpose())
                .put("decisionId", permitted.duties().decision().decisionId())
                .put("packageSha256", release.file().sha256())
                .put("person", handing.subject().id())
                .put("bytes", release.file().bytes());
        Event event = Event.of(
                EventTypes.RELEASE_HANDED_OVER, release.id().toString(), handing.partner(), handing.actor(), data);
        long start = System.nanoTime();
        return pool.withTransaction(
                        transaction -> changes.requireUnchanged(transaction, opened.asset(), opened.change())
                                .chain(() -> custody.handedOver(transaction, copy(release, handing, event.time())))
                                .chain(() -> outbox.append(transaction, List.of(event))))
                .invoke(() -> changes.requireInTime(start));
    }

    private static Copy copy(Release release, Handing handing, Instant at) {
        return new Copy(
                release.assetId(), release.version(), release.id().toString(), handing.partner(), at, handing.actor());
    }
}
