package org.entente.access.agreement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Every version that was ever on the table: who laid it there, why, and what it said. */
@Path("/access/agreements/{id}/history")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {
    private final AgreementActs acts;

    VersionsResource(AgreementActs acts) {
        this.acts = acts;
    }

    @GET
    @Operation(summary = "All versions of an agreement, oldest first, for its parties")
    public Uni<List<AgreementVersion>> versions(UUID id) {
        acts.requireReader();
        Move.Mover mover = acts.speaker().mover();
        return Panache.withSession(() -> acts.mine(id, mover).chain(agreement -> AgreementVersion.of(agreement.id)));
    }
}
