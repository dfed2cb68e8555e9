package org.entente.proof;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What makes a proof one of its kind (RFC 9449 section 4.2); its signature, method, address and token hash are verified
 * before anybody comes here.
 *
 * @param id {@code jti}
 * @param issued {@code iat}, in seconds since 1970
 */
record Proof(String id, long issued) {
    private static final int LONGEST_ID = 256;

    /** Reads a proof; empty if it does not say what it must. */
    static Optional<Proof> of(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonObject claims =
                    new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return claims.getValue("jti") instanceof String id
                            && !id.isBlank()
                            && id.length() <= LONGEST_ID
                            && claims.getValue("iat") instanceof Number issued
                    ? Optional.of(new Proof(id, issued.longValue()))
                    : Optional.empty();
        } catch (DecodeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The digest under which its use is kept: of a key, so that nobody can use up the identifiers of others. */
    byte[] digest(String keyThumbprint) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((keyThumbprint + '.' + id).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
