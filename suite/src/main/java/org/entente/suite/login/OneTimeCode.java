package org.entente.suite.login;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a device for one-time codes shows (TOTP, RFC 6238: HMAC-SHA-1, six digits, thirty seconds). */
public final class OneTimeCode {
    /** How long each is shown. */
    public static final int SECONDS = 30;

    private static final int MODULUS = 1_000_000;

    private OneTimeCode() {}

    /** Six digits. */
    public static String at(Instant instant, String secret) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(Math.floorDiv(instant.getEpochSecond(), SECONDS))
                .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(counter);
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
