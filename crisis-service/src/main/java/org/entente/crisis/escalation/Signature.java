package org.entente.crisis.escalation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves to the receiver of a webhook that it is from us, and from when: HMAC-SHA256 (RFC 2104) under the shared secret of
 * the time in seconds since 1970, a full stop, and the body.
 */
record Signature(long time, String value) {
    private static final String ALGORITHM = "HmacSHA256";

    static Signature of(String secret, Instant at, String body) {
        long time = at.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] value = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
            return new Signature(time, HexFormat.of().formatHex(value));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", exception);
        }
    }

    /** As it stands in the header. */
    @Override
    public String toString() {
        return "t=" + time + ",v1=" + value;
    }
}
