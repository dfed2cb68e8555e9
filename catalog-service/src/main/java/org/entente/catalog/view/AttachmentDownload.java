package org.entente.catalog.view;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.attachment.Uploads;
import org.entente.catalog.content.ChunkKey;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.view.Views.Permitted;
import org.entente.http.Problem;

/** Shows attachments: on record before the first byte, and then a chunk read, opened and sent before the next is read. */
@ApplicationScoped
class AttachmentDownload {
    private final StoredAssets assets;
    private final Opening opening;
    private final Showing showing;
    private final Uploads uploads;
    private final MarkingChanges changes;
    private final IntegrityAlarm alarm;

    AttachmentDownload(
            StoredAssets assets,
            Opening opening,
            Showing showing,
            Uploads uploads,
            MarkingChanges changes,
            IntegrityAlarm alarm) {
        this.assets = assets;
        this.opening = opening;
        this.showing = showing;
        this.uploads = uploads;
        this.changes = changes;
        this.alarm = alarm;
    }

    /** An attachment that is on record as shown, and the first chunk of it, whose failure could still be told. */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Begun(UUID asset, long change, Attached attached, byte[] first) {}

    /** What is not among the portions shown is not there. */
    Uni<Begun> begin(Permitted permitted, String portion, Reading reading) {
        Mark mark = permitted.opened().shown().stream()
                .filter(shown -> shown.isAttachment() && shown.id().equals(portion))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (Obligations.forbidDownloads(permitted.terms().told())) {
            throw Problem.forbidden("This may be looked at, but not downloaded.");
        }
        UUID asset = permitted.opened().asset().id();
        Uni<Attached> attached = assets.contents(permitted.opened().asset(), List.of(mark))
                .chain(contents -> OffEventLoop.run(() -> opening.attached(permitted.opened(), mark, contents)));
        return alarm.guard(asset, attached).chain(found -> chunk(asset, found, 0)
                .call(first -> showing.record(reading, permitted, new Showing.Sent(1, found.sha256(), found.size()))
                        .invoke(AttachmentDownload::requirePresentLabels))
                .map(first -> new Begun(asset, permitted.opened().change(), found, first)));
    }

    private static void requirePresentLabels(boolean isRecorded) {
        if (!isRecorded) {
            throw Problem.unavailable("Labels have just changed; ask again.");
        }
    }

    /** All of it; breaks off where a chunk is not what was stored, or labels are not those under which it began any more. */
    Multi<Buffer> all(Begun begun) {
        Multi<byte[]> rest = Multi.createFrom()
                .range(1, begun.attached().chunks())
                .onItem()
                .transformToUniAndConcatenate(seq -> changes.of(begun.asset())
                        .invoke(change -> requirePresentLabels(change == begun.change()))
                        .chain(() -> chunk(begun.asset(), begun.attached(), seq)));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(begun.first()), rest)
                .map(Buffer::buffer);
    }

    private Uni<byte[]> chunk(UUID asset, Attached attached, int seq) {
        ChunkKey key = ChunkKey.of(attached.attachment(), attached.key());
        boolean isLast = seq == attached.chunks() - 1;
        Uni<byte[]> opened = uploads.chunk(attached.attachment(), seq)
                .map(kept -> key.open(seq, isLast, kept.orElseThrow(() -> new IntegrityException("chunk " + seq))));
        return alarm.guard(asset, opened);
    }
}
