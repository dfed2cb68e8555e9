package org.entente.access.decision;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** Recorded decisions, taken again for those at home who look into them. */
@Path("/access/decisions/{id}/replay")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {
    private final Caller caller;
    private final Replays replays;

    ReplayResource(Caller caller, Replays replays) {
        this.caller = caller;
        this.replays = replays;
    }

    @POST
    @Operation(summary = "Takes a recorded decision again, from its inputs, instant and policy epoch")
    @APIResponse(responseCode = "200", description = "What came of it; nothing is decided, and the act is logged.")
    @APIResponse(responseCode = "404", description = "There is no such decision, or none for this caller.")
    @APIResponse(responseCode = "409", description = "The policy of its epoch is from before history was kept.")
    public Uni<Replay> replay(UUID id) {
        if (!caller.isHome()) {
            throw Problem.notFound();
        }
        caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR);
        return replays.again(id, new Replays.Order(caller.actor(), null));
    }
}
