package org.entente.catalog.watermark;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The secret of one release from which its marks follow: to whoever lacks it they are a throw of dice. */
public final class MarkKey {
    /** How long a secret is. */
    public static final int BYTES = 16;

    private final SecretKeySpec key;

    public MarkKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("A mark key has " + BYTES + " bytes.");
        }
        key = new SecretKeySpec(secret, "AES");
    }

    /** A number for each context: AES of one block each, which is a pseudo-random function of distinct contexts. */
    long[] numbers(List<byte[]> contexts) {
        ByteBuffer blocks = ByteBuffer.allocate(contexts.size() * Context.BYTES);
        contexts.forEach(blocks::put);
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            ByteBuffer numbers = ByteBuffer.wrap(cipher.doFinal(blocks.array()));
            long[] found = new long[contexts.size()];
            for (int index = 0; index < found.length; index++) {
                found[index] = numbers.getLong(index * Context.BYTES) >>> 1;
            }
            return found;
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has AES.", exception);
        }
    }
}
