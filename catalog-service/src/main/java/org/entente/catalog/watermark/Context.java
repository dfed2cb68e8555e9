package org.entente.catalog.watermark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What a mark stands beside, as a number: the same in every copy, however little of it was copied. */
final class Context {
    static final int BYTES = 16;

    private Context() {}

    static byte[] of(Channel channel, String... surroundings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(channel.wireName().getBytes(StandardCharsets.UTF_8));
            for (String part : surroundings) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return Arrays.copyOf(digest.digest(), BYTES);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256.", exception);
        }
    }
}
