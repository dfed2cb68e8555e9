package org.entente.release;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.entente.tlog.Json;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SigningKey;
import org.entente.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** A manifest in JWS compact serialisation (RFC 7515 section 7.1), signed with EdDSA over Ed25519 (RFC 8037 section 3.1). */
public final class SignedManifest {
    /** The media type of the manifest, without {@code application/} (RFC 7515 section 4.1.9). */
    public static final String TYPE = "entente-release+jws";

    private static final int LONGEST = 64 << 20;
    private static final int PARTS = 3;

    private SignedManifest() {}

    /** The payload, signed. */
    public static String sign(SigningKey key, byte[] payload) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + ReleaseKeys.thumbprint(key.verifierKey()) + "\",\"typ\":\""
                + TYPE + "\"}";
        String input =
                ReleaseKeys.base64url(header.getBytes(StandardCharsets.UTF_8)) + "." + ReleaseKeys.base64url(payload);
        return input + "." + ReleaseKeys.base64url(key.sign(input));
    }

    /** The payload; throws {@link RefusedPackageException} unless one of the keys signed it. */
    static String verified(String jws, ReleaseKeys keys) {
        String[] parts = jws.split("\\.", -1);
        if (jws.length() > LONGEST || parts.length != PARTS) {
            throw malformed();
        }
        VerifierKey key = keys.find(keyOf(decoded(parts[0])))
                .orElseThrow(() -> new RefusedPackageException(Reason.KEY_UNKNOWN, Manifest.FILE));
        if (!key.verifies(parts[0] + "." + parts[1], decoded(parts[2]))) {
            throw new RefusedPackageException(Reason.SIGNATURE_INVALID, Manifest.FILE);
        }
        return new String(decoded(parts[1]), StandardCharsets.UTF_8);
    }

    /** Exactly our header: another algorithm, a critical extension or a key of its own choosing is none (RFC 8725 section 3). */
    private static String keyOf(byte[] header) {
        try {
            Object read = Json.parse(new String(header, StandardCharsets.UTF_8));
            if (read instanceof Map<?, ?> members
                    && members.size() == PARTS
                    && "EdDSA".equals(members.get("alg"))
                    && TYPE.equals(members.get("typ"))
                    && members.get("kid") instanceof String kid) {
                return kid;
            }
        } catch (MalformedException notJson) {
            throw malformed();
        }
        throw malformed();
    }

    /** One text for each byte sequence, or a changed text could go unnoticed. */
    private static byte[] decoded(String part) {
        byte @Nullable [] bytes = null;
        try {
            bytes = Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
        if (!ReleaseKeys.base64url(bytes).equals(part)) {
            throw malformed();
        }
        return bytes;
    }

    private static RefusedPackageException malformed() {
        return new RefusedPackageException(Reason.MANIFEST_MALFORMED, Manifest.FILE);
    }
}
