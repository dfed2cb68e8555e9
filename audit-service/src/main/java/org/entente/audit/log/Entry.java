package org.entente.audit.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.entente.tlog.Hash;

/**
 * An event sealed for the log; the format {@code entente-entry/1} is specified in FORMAT.md.
 *
 * @param act what the event says about itself
 * @param event canonical JSON (RFC 8785)
 * @param salt 32 random bytes in base64: who does not hold them learns nothing of the event, not even by guessing it
 * @param text the public entry, canonical JSON
 */
public record Entry(Act act, String event, String salt, String text) {

    private static final int SALT_LENGTH = 32;

    /** Draws a salt and commits to the event, which must be in canonical form. */
    public static Entry seal(Act act, String event, SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        MessageDigest digest = sha256();
        digest.update(salt);
        String commitment = base64(digest.digest(event.getBytes(StandardCharsets.UTF_8)));
        String text = "{\"commitment\":\"" + commitment + "\",\"format\":\"entente-entry/1\"}";
        return new Entry(act, event, base64(salt), text);
    }

    Hash leaf() {
        return Hash.leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
