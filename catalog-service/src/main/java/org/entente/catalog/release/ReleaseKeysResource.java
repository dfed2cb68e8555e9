package org.entente.catalog.release;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys of releases, for anyone. */
@Path("/catalog/keys/releases")
@PermitAll
@Tag(name = "Releases")
class ReleaseKeysResource {
    private final ReleaseSigning signing;

    ReleaseKeysResource(ReleaseSigning signing) {
        this.signing = signing;
    }

    @GET
    @Produces("application/jwk-set+json")
    @Operation(summary = "The keys that releases verify with (RFC 7517, RFC 8037), retired ones included")
    public Response keys() {
        return Response.ok(signing.keys().jwks())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
