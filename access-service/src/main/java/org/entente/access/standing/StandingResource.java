package org.entente.access.standing;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a partner how it stands. */
@Path("/access/standing")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standing")
public class StandingResource {
    private static final String EXAMPLE = """
            {"partner": "XBB", "at": "2026-11-23T10:00:00Z", "assurance": "password",
             "holds": [{"state": "live", "clauses": ["agreement 5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11 v1, purposes",
                 "grant 0b7d115f-4c7c-9a55-6a53-6e2b1f0c9a4e"], "agreement": "Cyber defence 2026",
               "actions": ["discover", "view"], "categories": ["situational-awareness"], "purposes": ["cyber-defence"],
               "tier": 1, "tierMeans": "situational awareness", "ceiling": "SECRET", "until": "2027-03-01T00:00:00Z"}],
             "more": [{"code": "no-grant", "how": "Request a grant.",
               "clause": "agreement 5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11 v1, categories", "what": ["shared-analysis"]},
               {"code": "assurance-too-low", "how": "Log in by a stronger means.",
               "clause": "agreement 5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11 v1, assurance",
               "what": ["situational-awareness", "shared-analysis"], "acr": "hardware"}],
             "misuse": {"published": [{"name": "watch",
               "means": "Nothing can be taken away, and every access raises an alert."}], "agreed": []}}""";

    private final Standings standings;

    StandingResource(Standings standings) {
        this.standings = standings;
    }

    @GET
    @Operation(
            summary = "What a partner has, why, until when, what would bring more, and what misuse costs",
            description =
                    "For the partner's officers and analysts their own; for the home side that of the partner it names.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Standing.class),
                            examples = @ExampleObject(name = "a partner with one grant", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Another partner's.")
    public Uni<Standing> standing(
            @Parameter(description = "Whose; for the home side only.") @QueryParam("partner") @Nullable String partner) {
        return standings.forCaller(partner);
    }
}
