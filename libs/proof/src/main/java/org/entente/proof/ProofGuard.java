package org.entente.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.http.Confirmation;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a request with a bound token pass once per proof; whoever has listened gains nothing (RFC 9449 section 11.1). */
class ProofGuard {
    private final UsedProofs used;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    ProofGuard(UsedProofs used, SecurityIdentity identity, ObjectMapper json) {
        this.used = used;
        this.identity = identity;
        this.json = json;
    }

    @ServerRequestFilter
    public Uni<Response> check(ContainerRequestContext request) {
        if (!ProofScheme.isUsed(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().nullItem();
        }
        @Nullable String proof = request.getHeaderString("DPoP");
        @Nullable String key = Confirmation.of(token).map(Confirmation::keyThumbprint).orElse(null);
        return proof == null || key == null
                ? Uni.createFrom().item(refused())
                : Proof.of(proof)
                        .map(read -> used.use(read, key).map(isGood -> isGood ? null : refused()))
                        .orElseGet(() -> Uni.createFrom().item(refused()));
    }

    private Response refused() {
        Problem problem = Problem.of(401, "DPoP", "A new proof is needed for every request, not older than a minute.");
        return Response.fromResponse(problem.response(json))
                .header(HttpHeaders.WWW_AUTHENTICATE, "DPoP error=\"invalid_dpop_proof\"")
                .build();
    }
}
