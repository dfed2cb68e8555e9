package org.entente.catalog.release;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.entente.catalog.asset.AttachmentStream;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.holding.Enclosure;
import org.entente.http.Problem;

/** Puts attachments into packages, a chunk at a time; each is read to its end before a package says what it is. */
@ApplicationScoped
class Enclosing {
    private final AttachmentStream stream;
    private final IntegrityAlarm alarm;
    private final long maxBytes;
    private final Semaphore places;

    Enclosing(AttachmentStream stream, IntegrityAlarm alarm, ReleaseConfig config) {
        this.stream = stream;
        this.alarm = alarm;
        this.maxBytes = config.maxAttachmentBytes();
        this.places = new Semaphore(config.enclosedAtOnce());
    }

    /**
     * Does what reads attachments, unless too many do already.
     *
     * @throws Problem 413 if they are too large, 503 if there is no place
     */
    <T> Uni<T> placed(List<Enclosure> enclosures, Supplier<Uni<T>> work) {
        if (enclosures.isEmpty()) {
            return work.get();
        }
        if (enclosures.stream().mapToLong(one -> one.file().size()).sum() > maxBytes) {
            throw Problem.tooLarge("", "has more than " + maxBytes + " bytes of attachments");
        }
        if (!places.tryAcquire()) {
            throw Problem.unavailable("Too many packages with attachments are being made.");
        }
        return Uni.createFrom().deferred(work::get).onTermination().invoke(places::release);
    }

    /**
     * The attachments as a package has them, in order.
     *
     * @throws IntegrityException (as failure) if one is not what was uploaded; that is on record
     */
    Uni<List<Enclosed>> enclosed(List<Enclosure> enclosures) {
        return Multi.createFrom()
                .items(IntStream.range(0, enclosures.size()).boxed())
                .onItem()
                .transformToUniAndConcatenate(index -> enclosed(index + 1, enclosures.get(index)))
                .collect()
                .asList();
    }

    private Uni<Enclosed> enclosed(int number, Enclosure enclosure) {
        CRC32 checksum = new CRC32();
        MessageDigest digest = Digests.sha256();
        Uni<Enclosed> read = each(stream.all(enclosure.source()), chunk -> {
                    checksum.update(chunk);
                    digest.update(chunk);
                })
                .map(all -> {
                    if (!HexFormat.of()
                            .formatHex(digest.digest())
                            .equals(enclosure.file().sha256())) {
                        throw new IntegrityException(enclosure.portion());
                    }
                    return Enclosed.of(number, enclosure, checksum.getValue());
                });
        return alarm.guard(enclosure.source().asset(), read);
    }

    /** SHA-256 of a package, lower-case hexadecimal. */
    Uni<String> sha256(Frame frame, List<Enclosure> enclosures) {
        MessageDigest digest = Digests.sha256();
        return each(bytes(frame, enclosures), digest::update)
                .map(all -> HexFormat.of().formatHex(digest.digest()));
    }

    /** A package; breaks off where an attachment does. */
    Multi<byte[]> bytes(Frame frame, List<Enclosure> enclosures) {
        List<Multi<byte[]>> parts = frame.parts(enclosures.stream()
                .map(enclosure -> stream.all(enclosure.source()))
                .toList());
        return Multi.createBy().concatenating().streams(parts);
    }

    private static Uni<Void> each(Multi<byte[]> chunks, Consumer<byte[]> work) {
        return chunks.onItem()
                .transformToUniAndConcatenate(chunk -> OffEventLoop.run(() -> {
                    work.accept(chunk);
                    return chunk.length;
                }))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
