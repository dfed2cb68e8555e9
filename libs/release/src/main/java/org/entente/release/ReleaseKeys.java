package org.entente.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.tlog.Json;
import org.entente.tlog.MalformedException;
import org.entente.tlog.VerifierKey;

/** Public keys that packages may be signed with, as a JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). */
public final class ReleaseKeys {
    private static final String NAME = "release";
    private static final int MOST_KEYS = 100;

    private final Map<String, VerifierKey> byId;

    private ReleaseKeys(Map<String, VerifierKey> byId) {
        this.byId = byId;
    }

    /** These keys, under their thumbprints. */
    public static ReleaseKeys of(List<VerifierKey> keys) {
        Map<String, VerifierKey> byId = new LinkedHashMap<>();
        keys.forEach(key -> byId.put(thumbprint(key), key));
        return new ReleaseKeys(byId);
    }

    /**
     * Reads a key set; keys of other kinds are passed over (RFC 7517 section 5), and a key is known by its thumbprint whatever
     * the set calls it.
     *
     * @throws MalformedException if it is no key set
     */
    public static ReleaseKeys parse(String jwks) {
        if (!(Json.parse(jwks) instanceof Map<?, ?> set) || !(set.get("keys") instanceof List<?> listed)) {
            throw new MalformedException("a key set has the member keys");
        }
        if (listed.size() > MOST_KEYS) {
            throw new MalformedException("a key set has at most " + MOST_KEYS + " keys");
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (Object entry : listed) {
            if (entry instanceof Map<?, ?> key
                    && "OKP".equals(key.get("kty"))
                    && "Ed25519".equals(key.get("crv"))
                    && key.get("x") instanceof String x) {
                keys.add(VerifierKey.of(NAME, decoded(x)));
            }
        }
        return of(keys);
    }

    private static byte[] decoded(String x) {
        try {
            return Base64.getUrlDecoder().decode(x);
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedException("a key is not base64url");
        }
    }

    /** These and some more. */
    public ReleaseKeys with(ReleaseKeys more) {
        Map<String, VerifierKey> all = new LinkedHashMap<>(byId);
        all.putAll(more.byId);
        return new ReleaseKeys(all);
    }

    Optional<VerifierKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The set as it is published. */
    public String jwks() {
        StringBuilder out = new StringBuilder("{\"keys\":[");
        byId.forEach((id, key) -> out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
                .append("{\"alg\":\"EdDSA\",\"crv\":\"Ed25519\",\"kid\":\"")
                .append(id)
                .append("\",\"kty\":\"OKP\",\"use\":\"sig\",\"x\":\"")
                .append(base64url(key.raw()))
                .append("\"}"));
        return out.append("]}").toString();
    }

    /** The thumbprint of a key (RFC 7638 with the members of RFC 8037 section 2), by which it is called. */
    public static String thumbprint(VerifierKey key) {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64url(key.raw()) + "\"}";
        try {
            return base64url(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256.", exception);
        }
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
