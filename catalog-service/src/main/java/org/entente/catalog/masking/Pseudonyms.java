package org.entente.catalog.masking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.catalog.content.KeyProvider;

/**
 * Names that stand for values: the same for the same reader's nation each time, and not to be linked with those that
 * another nation gets, nor with the value, without the key. Each has the form of what it stands for where a form was asked.
 */
public final class Pseudonyms {
    private static final String HMAC = "HmacSHA256";
    private static final int SHORT = 10;
    private static final int BYTES_V6 = 16;
    /** Reserved, so that it is nobody's (RFC 1112 section 4; RFC 6761 section 6.4 for the names). */
    private static final int RESERVED_V4 = 0xF0;

    private static final String NOBODY = "pseudonym.invalid";

    private final SecretKeySpec key;

    private Pseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** Those of a partner. */
    public static Pseudonyms of(String partner, KeyProvider keys) {
        return new Pseudonyms(keys.derive("entente.catalog.pseudonym.1 partner " + partner));
    }

    /** Those of an asset, for what must be the same whoever reads it. */
    public static Pseudonyms of(UUID asset, KeyProvider keys) {
        return new Pseudonyms(keys.derive("entente.catalog.pseudonym.1 asset " + asset));
    }

    /** For a value of no particular form. */
    String of(String value) {
        return "pseudonym-" + hex("value", value);
    }

    /** For something that was recognised. */
    String of(Recogniser kind, String value) {
        return switch (kind) {
            case IPV4 -> NetworkAddress.written(v4(value));
            case IPV6 -> NetworkAddress.written(v6(value));
            case EMAIL -> hex("email", value.toLowerCase(Locale.ROOT)) + "@" + NOBODY;
            case DOMAIN -> hex("domain", value.toLowerCase(Locale.ROOT)) + "." + NOBODY;
            case URL -> "https://" + hex("url", value) + "." + NOBODY + "/";
            case PHONE, TIME, PLACE -> of(value);
        };
    }

    /** For the identifier of a STIX object: one of the same type (STIX 2.1 section 2.9), by a UUID of version 8. */
    public String identifier(String type, String identifier) {
        ByteBuffer hash = ByteBuffer.wrap(hash("identifier", identifier));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return type + "--" + new UUID(high, low);
    }

    private byte[] v4(String value) {
        byte[] address = Arrays.copyOf(hash("ipv4", value), Integer.BYTES);
        address[0] |= (byte) RESERVED_V4;
        return address;
    }

    /** A unique local address (RFC 4193). */
    private byte[] v6(String value) {
        byte[] address = Arrays.copyOf(hash("ipv6", value.toLowerCase(Locale.ROOT)), BYTES_V6);
        address[0] = (byte) 0xFD;
        return address;
    }

    private String hex(String kind, String value) {
        return HexFormat.of().formatHex(hash(kind, value), 0, SHORT);
    }

    private byte[] hash(String kind, String value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((kind + " ").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has " + HMAC + ".", exception);
        }
    }
}
