package org.entente.catalog.content;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The key of something large that is kept in chunks. A chunk opens as that chunk of that thing only, and the last one as the
 * last: what is cut short, put in another order, doubled or taken from elsewhere is noticed.
 */
public final class ChunkKey {
    private static final byte[] BINDING = "entente.catalog.chunk.1".getBytes(StandardCharsets.UTF_8);

    private final UUID id;
    private final byte[] key;
    private final Aead aead;

    private ChunkKey(UUID id, byte[] key) {
        this.id = id;
        this.key = key;
        this.aead = AesGcm.of(key);
    }

    /** A new random key for the thing of that identifier. */
    public static ChunkKey generate(UUID id) {
        return new ChunkKey(id, Random.randBytes(AesGcm.KEY_BYTES));
    }

    /** The key of those bytes.
     * @throws IntegrityException if they are none
     */
    public static ChunkKey of(UUID id, byte[] key) {
        if (key.length != AesGcm.KEY_BYTES) {
            throw new IntegrityException("attachment-key");
        }
        return new ChunkKey(id, key);
    }

    /** The key from its stored form.
     * @throws IntegrityException if it is not the key that was wrapped for this
     */
    public static ChunkKey unwrap(UUID id, WrappedKey wrapped, KeyWrapping provider) {
        return of(id, provider.unwrap(wrapped, KeyUse.ATTACHMENT.binding(id)));
    }

    /** This key as it may be stored. */
    public WrappedKey wrap(KeyWrapping provider) {
        return provider.wrap(key, KeyUse.ATTACHMENT.binding(id));
    }

    /** This key in the clear, to be sealed as content. */
    public byte[] bytes() {
        return key.clone();
    }

    /** @param seq from 0 on */
    public byte[] seal(int seq, boolean isLast, byte[] plain) {
        return AesGcm.seal(aead, plain, binding(seq, isLast));
    }

    /** The chunk of that place.
     * @throws IntegrityException if it is another one, or was changed
     */
    public byte[] open(int seq, boolean isLast, byte[] sealed) {
        return AesGcm.open(aead, sealed, binding(seq, isLast), "chunk " + seq);
    }

    private byte[] binding(int seq, boolean isLast) {
        return ByteBuffer.allocate(BINDING.length + 2 * Long.BYTES + Integer.BYTES + 1)
                .put(BINDING)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(seq)
                .put((byte) (isLast ? 1 : 0))
                .array();
    }
}
