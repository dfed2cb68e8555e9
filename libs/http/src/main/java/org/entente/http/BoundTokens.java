package org.entente.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a token that is bound to a key or a certificate when it comes without it: it was bound so that whoever steals it
 * has nothing (RFC 9449 section 7.2, RFC 8705 section 3).
 */
public class BoundTokens {
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final Optional<String> certificateHeader;

    BoundTokens(
            SecurityIdentity identity,
            ObjectMapper json,
            @ConfigProperty(name = "entente.http.client-certificate-header") Optional<String> certificateHeader) {
        this.identity = identity;
        this.json = json;
        this.certificateHeader = certificateHeader;
    }

    @ServerRequestFilter
    Optional<Response> check(ContainerRequestContext request) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Confirmation.of(token).flatMap(bound -> check(bound, request))
                : Optional.empty();
    }

    private Optional<Response> check(Confirmation bound, ContainerRequestContext request) {
        @Nullable String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean isProved =
                authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("dpop ");
        if (bound.keyThumbprint() != null && !isProved) {
            return Optional.of(refused("DPoP", "It is bound to a key and comes without a proof of it."));
        }
        @Nullable String certificate = bound.certificateThumbprint();
        return certificate == null || certificate.equals(presented(request))
                ? Optional.empty()
                : Optional.of(refused("Bearer", "It is bound to another certificate than the connection's."));
    }

    /**
     * The thumbprint of the certificate with which the connection was made, as the gateway tells it in a header that it alone
     * sets (RFC 9440 section 2); where no header is agreed on with it there is none.
     */
    private @Nullable String presented(ContainerRequestContext request) {
        String stated = certificateHeader.map(request::getHeaderString).orElse(null);
        if (stated == null || stated.length() < 2 || !stated.startsWith(":") || !stated.endsWith(":")) {
            return null;
        }
        try {
            byte[] certificate = Base64.getDecoder().decode(stated.substring(1, stated.length() - 1));
            byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint);
        } catch (IllegalArgumentException notBase64) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Response refused(String scheme, String why) {
        Problem problem = Problem.of(401, HttpHeaders.AUTHORIZATION, "The token cannot be used like this. " + why);
        return Response.fromResponse(problem.response(json))
                .header(HttpHeaders.WWW_AUTHENTICATE, scheme + " error=\"invalid_token\"")
                .build();
    }
}
