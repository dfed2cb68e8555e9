package org.entente.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** The one byte form of a JSON value (RFC 8785), for hashing, signing and binding. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The canonical form of what {@code json} writes for {@code value}, UTF-8. */
    public static byte[] bytes(ObjectMapper json, Object value) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(value)).getEncodedUTF8();
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        } catch (IOException exception) {
            throw new UncheckedIOException("The value has no canonical JSON form.", exception);
        }
    }

    /** The canonical form as text. */
    public static String text(ObjectMapper json, Object value) {
        return new String(bytes(json, value), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical form, lower-case hexadecimal. */
    public static String sha256(ObjectMapper json, Object value) {
        return HexFormat.of().formatHex(sha256().digest(bytes(json, value)));
    }

    /** The same of a text that is in the canonical form. */
    public static String sha256(String canonical) {
        return HexFormat.of().formatHex(sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256.", exception);
        }
    }
}
