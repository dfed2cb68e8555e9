package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.asset.AttachmentStream;
import org.entente.catalog.asset.AttachmentStream.Source;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.attachment.Attached;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.view.Views.Permitted;
import org.entente.http.Problem;

/** Shows attachments: on record before the first byte, and then a chunk read, opened and sent before the next is read. */
@ApplicationScoped
class AttachmentDownload {
    private final StoredAssets assets;
    private final Opening opening;
    private final Showing showing;
    private final AttachmentStream stream;
    private final IntegrityAlarm alarm;
    private final ObjectMapper json;

    AttachmentDownload(
            StoredAssets assets,
            Opening opening,
            Showing showing,
            AttachmentStream stream,
            IntegrityAlarm alarm,
            ObjectMapper json) {
        this.assets = assets;
        this.opening = opening;
        this.showing = showing;
        this.stream = stream;
        this.alarm = alarm;
        this.json = json;
    }

    /**
     * An attachment that is on record as shown, and the first chunk of it, whose failure could still be told.
     *
     * @param range what of it is sent; empty for all of it
     */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Begun(Source source, byte[] first, Optional<ByteRange> range) {
        Attached attached() {
            return source.attached();
        }

        /** One content, one tag. */
        String etag() {
            return etag(attached());
        }

        private static String etag(Attached attached) {
            return '"' + attached.sha256() + '"';
        }
    }

    /**
     * What is asked for of an attachment.
     *
     * @param portion that it is
     */
    record Wanted(String portion, ByteRange.Asked range) {}

    /** What is not among the portions shown is not there. */
    Uni<Begun> begin(Permitted permitted, Wanted wanted, Reading reading) {
        Mark mark = permitted.opened().shown().stream()
                .filter(shown -> shown.isAttachment() && shown.id().equals(wanted.portion()))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (Obligations.forbidDownloads(permitted.terms().told())) {
            throw Problem.forbidden("This may be looked at, but not downloaded.");
        }
        UUID asset = permitted.opened().asset().id();
        Uni<Attached> attached = assets.contents(permitted.opened().asset(), List.of(mark))
                .chain(contents -> OffEventLoop.run(() -> opening.attached(permitted.opened(), mark, contents)));
        return alarm.guard(asset, attached).chain(found -> {
            Optional<ByteRange> range = wanted.range().of(found.size(), Begun.etag(found));
            range.filter(one -> !one.isSatisfiable()).ifPresent(this::refuse);
            Source source = new Source(asset, permitted.opened().change(), found);
            return stream.chunk(source, 0)
                    .call(first -> showing.record(reading, permitted, new Showing.Sent(1, found.sha256(), found.size()))
                            .invoke(AttachmentDownload::requirePresentLabels))
                    .map(first -> new Begun(source, first, range));
        });
    }

    private void refuse(ByteRange range) {
        Problem problem = Problem.of(416, "Range", "The attachment has " + range.size() + " bytes.");
        throw new WebApplicationException(Response.fromResponse(problem.response(json))
                .header("Content-Range", range.contentRange())
                .build());
    }

    private static void requirePresentLabels(boolean isRecorded) {
        if (!isRecorded) {
            throw Problem.unavailable("Labels have just changed; ask again.");
        }
    }

    /** What was asked for; breaks off where a chunk is not what was stored, or the asset is withdrawn or marked anew. */
    Multi<Buffer> all(Begun begun) {
        Multi<byte[]> chunks = begun.range().map(range -> part(begun, range)).orElseGet(() -> Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(begun.first()),
                        stream.some(begun.source(), 1, begun.source().chunks())));
        return chunks.map(Buffer::buffer);
    }

    /** All chunks but the last are as long as the first. */
    private Multi<byte[]> part(Begun begun, ByteRange range) {
        long length = begun.first().length;
        int from = (int) (range.from() / length);
        int until = (int) ((range.until() - 1) / length) + 1;
        return Multi.createFrom().range(from, until).onItem().transformToUniAndConcatenate(seq -> stream.chunk(
                        begun.source(), seq)
                .map(chunk -> range.cut(chunk, seq * length)));
    }
}
