package org.entente.catalog.discovery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.catalog.content.KeyProvider;
import org.entente.http.Problem;

/**
 * Cursors of one list of one reader: authenticated, so that nobody can make one, and good for nothing in other hands.
 *
 * @param boundTo who reads which list
 */
public record Cursors(KeyProvider keys, List<String> boundTo) {
    private static final String USE = "entente.catalog.cursor.1";
    private static final int TAG_BYTES = 16;

    /** The place that a cursor names.
     * @throws Problem 400 if it was not made here for this list
     */
    public Cursor read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            byte[] place = Arrays.copyOf(bytes, Cursor.BYTES);
            if (bytes.length == Cursor.BYTES + TAG_BYTES && MessageDigest.isEqual(bytes, tagged(place))) {
                return Cursor.of(ByteBuffer.wrap(place));
            }
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
        throw foreign();
    }

    public String write(Cursor cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tagged(cursor.bytes()));
    }

    private byte[] tagged(byte[] place) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.derive(USE), mac.getAlgorithm()));
            for (String part : boundTo) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            byte[] tag = mac.doFinal(place);
            return ByteBuffer.allocate(Cursor.BYTES + TAG_BYTES)
                    .put(place)
                    .put(tag, 0, TAG_BYTES)
                    .array();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256.", exception);
        }
    }

    private static Problem foreign() {
        return Problem.badRequest("cursor", "is not a cursor of this list");
    }
}
