package org.entente.catalog.asset;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.attachment.Uploads;
import org.entente.catalog.content.ChunkKey;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.http.Problem;

/**
 * Attachments in the clear: a chunk is read, opened and given away before the next is read, and each only as long as the asset is
 * neither withdrawn nor marked anew. How long it takes to send what went before, a withdrawal does not wait.
 */
@ApplicationScoped
public class AttachmentStream {
    private final Uploads uploads;
    private final MarkingChanges changes;
    private final IntegrityAlarm alarm;

    AttachmentStream(Uploads uploads, MarkingChanges changes, IntegrityAlarm alarm) {
        this.uploads = uploads;
        this.changes = changes;
        this.alarm = alarm;
    }

    /**
     * An attachment of an asset.
     *
     * @param change of the asset's labels that was the newest when it was decided on
     */
    public record Source(UUID asset, long change, Attached attached) {
        public int chunks() {
            return attached.chunks();
        }
    }

    /** All chunks, in order; fails as a chunk does. */
    public Multi<byte[]> all(Source source) {
        return some(source, 0, source.chunks());
    }

    /**
     * Some of the chunks, in order; fails as a chunk does.
     *
     * @param until exclusive
     */
    public Multi<byte[]> some(Source source, int from, int until) {
        return Multi.createFrom().range(from, until).onItem().transformToUniAndConcatenate(seq -> chunk(source, seq));
    }

    /**
     * A chunk.
     *
     * @throws Problem (as failure) 503 where the asset was withdrawn or marked anew
     * @throws IntegrityException (as failure) where it is not what was stored; that is on record
     */
    public Uni<byte[]> chunk(Source source, int seq) {
        Attached attached = source.attached();
        ChunkKey key = ChunkKey.of(attached.attachment(), attached.key());
        boolean isLast = seq == attached.chunks() - 1;
        Uni<byte[]> opened = requireUnchanged(source)
                .map(unchanged -> System.nanoTime())
                .chain(start -> uploads.chunk(attached.attachment(), seq)
                        .chain(kept -> present(source, seq, kept))
                        .map(kept -> key.open(seq, isLast, kept))
                        .invoke(() -> changes.requireInTime(start)));
        return alarm.guard(source.asset(), opened);
    }

    /** What was erased with its asset is not missing. */
    private Uni<byte[]> present(Source source, int seq, Optional<byte[]> kept) {
        return kept.map(chunk -> Uni.createFrom().item(chunk))
                .orElseGet(() -> requireUnchanged(source).map(unchanged -> {
                    throw new IntegrityException("chunk " + seq);
                }));
    }

    private Uni<Long> requireUnchanged(Source source) {
        return changes.of(source.asset()).invoke(now -> {
            if (now != source.change()) {
                throw Problem.unavailable("It has just changed; ask again.");
            }
        });
    }
}
