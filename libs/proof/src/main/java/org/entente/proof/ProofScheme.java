package org.entente.proof;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Sends a token that comes by the scheme {@code DPoP} (RFC 9449 section 7.1) to where its proof is verified, too. */
@Unremovable
@ApplicationScoped
class ProofScheme implements TenantResolver {
    private static final String SCHEME = "DPoP ";

    @Override
    public @Nullable String resolve(RoutingContext request) {
        return isUsed(request.request().getHeader(HttpHeaders.AUTHORIZATION)) ? "dpop" : null;
    }

    /** Schemes are compared without regard to case (RFC 9110 section 11.1). */
    static boolean isUsed(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
