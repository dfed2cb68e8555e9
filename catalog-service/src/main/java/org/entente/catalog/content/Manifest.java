package org.entente.catalog.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The list of the portions of a version with their labels, in order, as one digest. Sealed under the data key it shows
 * a portion that was taken away, added, moved or relabelled, even where that portion is never opened.
 */
public final class Manifest {
    private final MessageDigest digest = Digests.sha256();

    /** An empty list.
     * @param start what it is a list of, so that a list of one kind is never that of another
     */
    public Manifest(String start) {
        digest.update(start.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the next portion. */
    public void add(String portion, String label) {
        text(portion);
        text(label);
    }

    /** The digest of the list; ends it. */
    public byte[] close() {
        return digest.digest();
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
