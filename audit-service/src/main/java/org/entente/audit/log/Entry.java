package org.entente.audit.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.entente.events.EventTypes;
import org.entente.tlog.Handover;
import org.entente.tlog.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the log, mostly a sealed event; the formats are specified in docs/log.md.
 *
 * @param act what the event says about itself
 * @param event canonical JSON (RFC 8785); absent for an entry that is public
 * @param salt for the event, 32 random bytes in base64: who does not hold them learns nothing of the event, not even by guessing it
 * @param text the public entry, canonical JSON
 * @param leaf of the tree; made along with the entry, and not while other writers of the log wait
 */
public record Entry(
        Act act, @Nullable String event, @Nullable String salt, String text, Hash leaf) {

    private static final int SALT_LENGTH = 32;

    /** Salts for a batch, each for one entry alone: drawn at once, since a secure source takes its time each time. */
    public static final class Salts {

        private final byte[] drawn;
        private int next;

        public Salts(int count, SecureRandom random) {
            drawn = new byte[count * SALT_LENGTH];
            random.nextBytes(drawn);
        }

        private byte[] take() {
            next += SALT_LENGTH;
            return Arrays.copyOfRange(drawn, next - SALT_LENGTH, next);
        }
    }

    /** Takes a salt and commits to the event, which must be in canonical form. */
    public static Entry seal(Act act, String event, Salts salts) {
        byte[] salt = salts.take();
        MessageDigest digest = sha256();
        digest.update(salt);
        String commitment = base64(digest.digest(event.getBytes(StandardCharsets.UTF_8)));
        String text = "{\"commitment\":\"" + commitment + "\",\"format\":\"entente-entry/1\"}";
        return new Entry(act, event, base64(salt), text, leaf(text));
    }

    /** The entry of a hand-over from key to key: public, there is nothing to hide. */
    static Entry of(Handover handover) {
        Act act = new Act(
                "/audit",
                "handover-" + handover.size(),
                EventTypes.LOG_KEY_HANDED_OVER,
                handover.origin(),
                Instant.now(),
                null);
        String text = new String(handover.entry(), StandardCharsets.UTF_8);
        return new Entry(act, null, null, text, leaf(text));
    }

    private static Hash leaf(String text) {
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
