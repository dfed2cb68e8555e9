package org.entente.access.agreement;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The same as the document in {@code application/ld+json}, for clients that cannot say what they accept. */
@Path("/access/agreements/{id}/odrl")
@Authenticated
@Produces(DocumentResource.JSON_LD)
public class OdrlResource {
    private final DocumentResource documents;

    OdrlResource(DocumentResource documents) {
        this.documents = documents;
    }

    @GET
    @Operation(summary = "The agreement as an ODRL 2.2 policy in JSON-LD, for the parties")
    public Uni<String> odrl(UUID id, @QueryParam("version") @Nullable Integer version) {
        return documents.odrl(id, version);
    }
}
