package org.entente.catalog.search;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.catalog.content.KeyProvider;

/** Makes the tokens of words. Not thread-safe. */
public final class SearchKey {
    private static final String USE = "entente.catalog.search.1";
    private static final String HMAC = "HmacSHA256";
    private static final int TOKEN_BYTES = 16;

    private final Mac mac;

    public SearchKey(KeyProvider keys) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(keys.derive(USE), HMAC));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has " + HMAC + ".", exception);
        }
    }

    /**
     * The token of a word under a label, in base64.
     *
     * @param label its identifier, which is always of the same length
     */
    public String token(String label, String word) {
        mac.update(label.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] digest = mac.doFinal(word.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, TOKEN_BYTES));
    }
}
