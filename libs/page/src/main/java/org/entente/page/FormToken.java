package org.entente.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a form must carry so that it can only have come from a page that this session was shown. */
record FormToken(byte[] key) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** A key of its own, made of a secret that every replica has. */
    static FormToken of(String secret) {
        return new FormToken(mac(secret.getBytes(StandardCharsets.UTF_8), "entente.page.forms"));
    }

    String issue(String session) {
        return BASE64URL.encodeToString(mac(key, session));
    }

    boolean accepts(String session, String token) {
        return MessageDigest.isEqual(
                issue(session).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
