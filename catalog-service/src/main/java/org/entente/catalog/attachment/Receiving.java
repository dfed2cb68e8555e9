package org.entente.catalog.attachment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.content.ChunkKey;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.KeyProvider;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/** Takes an attachment in: reads a chunk, seals it, stores it, reads the next. Blocks; never on the event loop. */
@ApplicationScoped
class Receiving {
    private static final Logger LOG = Logger.getLogger(Receiving.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Uploads uploads;
    private final KeyProvider keys;
    private final int chunkBytes;
    private final long maxBytes;

    Receiving(
            Uploads uploads,
            KeyProvider keys,
            AttachmentConfig config,
            @ConfigProperty(name = "entente.http.max-streamed-bytes") long maxBytes) {
        this.uploads = uploads;
        this.keys = keys;
        this.chunkBytes = config.chunkBytes();
        this.maxBytes = maxBytes;
    }

    /**
     * The complete upload; of one that breaks off nothing remains.
     *
     * @throws IOException if the body breaks off
     * @throws Problem 413 if it is too large
     */
    Upload receive(InputStream body, String owner, String mediaType) throws IOException {
        UUID id = UUID.randomUUID();
        await(uploads.begin(id, owner, mediaType));
        try {
            Upload upload = store(id, body, mediaType);
            await(uploads.complete(upload));
            return upload;
        } catch (IOException | RuntimeException broken) {
            uploads.discard(id)
                    .subscribe()
                    .with(gone -> {}, fault -> LOG.warnf("A broken upload is still there: %s", fault.getMessage()));
            throw broken;
        }
    }

    /** One chunk ahead, to know which is the last. */
    private Upload store(UUID id, InputStream body, String mediaType) throws IOException {
        ChunkKey key = ChunkKey.generate(id);
        MessageDigest digest = Digests.sha256();
        long size = 0;
        int seq = 0;
        byte[] chunk = body.readNBytes(chunkBytes);
        boolean isLast = false;
        while (!isLast) {
            byte[] next = chunk.length < chunkBytes ? new byte[0] : body.readNBytes(chunkBytes);
            isLast = next.length == 0;
            size += chunk.length;
            if (size > maxBytes) {
                throw Problem.tooLarge("", "is above the limit of " + maxBytes + " bytes");
            }
            digest.update(chunk);
            await(uploads.add(id, seq, key.seal(seq, isLast, chunk)));
            seq++;
            chunk = next;
        }
        return new Upload(id, mediaType, seq, size, HexFormat.of().formatHex(digest.digest()), key.wrap(keys));
    }

    private static void await(Uni<Void> work) {
        work.await().atMost(PATIENCE);
    }
}
