package org.entente.access.usage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Grants;
import org.entente.http.Caller;
import org.entente.http.Role;

/** What of a grant is used. */
@Path("/access/grants/{id}/usage")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {
    private final Caller caller;
    private final UsageStore store;

    UsageResource(Caller caller, UsageStore store) {
        this.caller = caller;
        this.store = store;
    }

    /** What a grant allows beside what was used of it. */
    public record Measured(
            UUID grant, GrantTerms granted, @JsonUnwrapped Usage used) {}

    @GET
    @Operation(
            summary = "What a grant allows beside what was used of it; for the home side",
            description =
                    "Added up from the decisions on record, some seconds behind them; to find something is no use.")
    public Uni<Measured> get(UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR, Role.POLICY_ADMINISTRATOR, Role.ORIGINATOR);
        return Panache.withSession(() -> Grants.found(id)).chain(grant -> store.of(List.of(id))
                .map(sums -> new Measured(id, grant.terms(), sums.getOrDefault(id, Usage.NONE))));
    }
}
