package org.entente.access.posture;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The rules by which postures fall and rise, for everyone who can log in. */
@Path("/access/posture-rules")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PostureRulesResource {

    @GET
    @Operation(
            summary = "What makes a posture fall, and how it rises again",
            description =
                    "A posture is the strictest of the live causes; a cause comes at once, and is taken away by two"
                            + " persons.")
    public List<Rule> rules() {
        return Rule.ALL;
    }
}
