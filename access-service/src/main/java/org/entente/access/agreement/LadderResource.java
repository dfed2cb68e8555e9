package org.entente.access.agreement;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The published ladder of sanctions, from which agreements choose the consequences of a breach. */
@Path("/access/ladder")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class LadderResource {

    /** A step, what it does, and whether this service does it by itself as soon as two persons have confirmed the breach. */
    public record Rung(Step step, String does, boolean automatic) {}

    @GET
    @Operation(summary = "The steps of the ladder, mildest first, for everyone who can log in")
    public List<Rung> ladder() {
        return Stream.of(Step.values())
                .map(step -> new Rung(step, step.does(), step.isAppliedHere()))
                .toList();
    }
}
