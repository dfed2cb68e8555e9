package org.entente.crisis.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 (RFC 2104) over the time of sending in seconds since 1970, a full stop and the body, in lower-case hexadecimal. */
final class WebhookSignature {
    /** What is older, or from further in the future, is not taken, so that nothing can be kept and sent again later. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int LONGEST_TIME = 12;

    private WebhookSignature() {}

    static String of(byte[] secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '.');
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", exception);
        }
    }

    /** Whether this was signed now with the secret; takes as long for a wrong signature as for a right one. */
    static boolean isGood(
            byte[] secret, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !isRecent(timestamp, now)) {
            return false;
        }
        return MessageDigest.isEqual(
                of(secret, timestamp, body).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (timestamp.length() > LONGEST_TIME
                || timestamp.isEmpty()
                || !timestamp.chars().allMatch(Character::isDigit)) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(WINDOW) <= 0;
    }
}
