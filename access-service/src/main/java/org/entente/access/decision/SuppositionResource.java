package org.entente.access.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.entente.access.decision.Code.Remedy;
import org.entente.access.policy.Policies;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What would be decided if somebody asked: for the home side to prepare what it gives, never to give anything on it. */
@Path("/access/suppositions")
@RolesAllowed("policy-enforcement-point")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class SuppositionResource {
    private final Requests requests;
    private final EvaluationReader reader;
    private final Policies policies;
    private final Remaining remaining;

    SuppositionResource(Requests requests, EvaluationReader reader, Policies policies, Remaining remaining) {
        this.remaining = remaining;
        this.requests = requests;
        this.reader = reader;
        this.policies = policies;
    }

    /**
     * What would be decided; it has no {@code decision} and no identifier, so that nobody can take it for one.
     *
     * @param wouldPermit whether anything would go
     * @param reasons why what would not go would not
     */
    @RegisterForReflection
    public record Supposed(
            boolean wouldPermit,
            long epoch,
            Decision.View view,
            List<Decision.Reason> reasons,
            List<Obligation> obligations,
            List<Remedy> remedies,
            Explanation explanation) {}

    @POST
    @Operation(
            summary = "Says what would be decided",
            description =
                    "The same question as an evaluation, of any instant. Nothing is decided, so nothing is recorded"
                            + " as a decision, and nothing may be shown to anybody on it.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Supposed> suppose(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body)
            throws IOException {
        ObjectNode request = requests.read(type, body);
        Asked asked = reader.suppose(request);
        // No record proves that a policy at hand is the present one, so the present one is read.
        return policies.inForce()
                .onFailure()
                .transform(fault -> Problem.unavailable("Policy cannot be read now, so nothing can be supposed."))
                .chain(policy -> remaining
                        .decide(asked, policy)
                        .onFailure()
                        .transform(fault ->
                                Problem.unavailable("Licences cannot be read now, so nothing can be supposed.")))
                .map(SuppositionResource::of);
    }

    private static Supposed of(Decision decision) {
        return new Supposed(
                decision.permits(),
                decision.epoch(),
                decision.view(),
                decision.reasons(),
                decision.obligations(),
                decision.remedies(),
                decision.explanation());
    }
}
