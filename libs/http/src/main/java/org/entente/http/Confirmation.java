package org.entente.http;

import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token is bound to ({@code cnf}, RFC 7800).
 *
 * @param keyThumbprint of a key whose holder proves every request (RFC 9449 section 6.1)
 * @param certificateThumbprint of the certificate of the connection (RFC 8705 section 3.1)
 */
public record Confirmation(
        @Nullable String keyThumbprint, @Nullable String certificateThumbprint) {

    /** Of a verified token; empty for a bearer token. */
    public static Optional<Confirmation> of(JsonWebToken token) {
        Object claim = token.getClaim("cnf");
        return claim instanceof Map<?, ?> members
                ? Optional.of(new Confirmation(text(members.get("jkt")), text(members.get("x5t#S256"))))
                : Optional.empty();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof String text ? text : null;
    }
}
