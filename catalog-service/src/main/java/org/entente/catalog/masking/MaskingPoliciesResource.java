package org.entente.catalog.masking;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.approval.Move;
import org.entente.catalog.approval.Person;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Masking policies, by two policy administrators: less masking is as good as a declassification. */
@Path("/catalog/masking-policies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Markings")
@RegisterForReflection(
        targets = {
            Mask.class,
            Mask.Span.class,
            MaskRule.class,
            MaskRule.When.class,
            MaskingPolicy.class,
            PublishedMasking.class,
            MaskingPoliciesResource.Versions.class
        })
class MaskingPoliciesResource {
    private static final String EXAMPLE = """
            {"rules": [{"name": "sensitive sightings", "when": {"categories": ["sensitive"], "types": ["sighting"]},
                        "masks": [{"path": "first_seen", "mask": "generalise", "to": "day"},
                                  {"path": "where_sighted_refs", "mask": "remove"}]}],
             "suggestions": [{"name": "operations", "masks": [
                        {"phrases": ["LANTERN"], "within": "sentence", "mask": "remove"}]}],
             "regions": {"Northern waters": ["Port Alder", "Skerry Bay"]}}""";

    private final MaskingPolicies policies;
    private final Idempotency idempotency;
    private final Caller caller;

    MaskingPoliciesResource(MaskingPolicies policies, Idempotency idempotency, Caller caller) {
        this.policies = policies;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** All versions, newest first. */
    record Versions(List<PublishedMasking> versions) {}

    @POST
    @Operation(
            summary = "Propose a version of the masking policy",
            description = "In force once a different policy administrator approves exactly this version.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MaskingPolicy.class),
                            examples = @ExampleObject(name = "sightings", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PublishedMasking.class)))
    @APIResponse(responseCode = "400", description = "A mask means nothing; the field is named.")
    public Uni<Response> propose(@Nullable MaskingPolicy policy) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        if (policy == null) {
            throw Problem.badRequest("", "is required");
        }
        try {
            policy.check();
        } catch (MaskException fault) {
            throw Problem.badRequest(fault.pointer(), fault.detail());
        }
        Person proposer = Person.of(caller);
        return idempotency.once(policy, () -> policies.propose(policy, proposer)
                .map(proposed -> new Created("/catalog/masking-policies/" + proposed.version(), proposed)));
    }

    @GET
    @Operation(summary = "All versions of the masking policy, newest first; version 0 is built in")
    public Uni<Versions> list() {
        requireReader();
        return policies.versions().map(Versions::new);
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "A version of the masking policy")
    @APIResponse(responseCode = "404", description = "No such version.")
    public Uni<PublishedMasking> find(@PathParam("version") int version) {
        requireReader();
        return policies.versions().map(versions -> MaskingPolicies.found(versions, version));
    }

    @POST
    @Path("/{version}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Approve a version, by another administrator than the one who proposed it")
    @APIResponse(responseCode = "403", description = "By the one who proposed it.")
    @APIResponse(responseCode = "409", description = "Not open any more, or a newer version is in force.")
    public Uni<PublishedMasking> approve(@PathParam("version") int version) {
        return decide(version, Move.APPROVE);
    }

    @POST
    @Path("/{version}/rejection")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Reject a version, by another administrator than the one who proposed it")
    public Uni<PublishedMasking> reject(@PathParam("version") int version) {
        return decide(version, Move.REJECT);
    }

    private Uni<PublishedMasking> decide(int version, Move move) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        return policies.decide(version, move, Person.of(caller));
    }

    private void requireReader() {
        caller.requireHome(Role.POLICY_ADMINISTRATOR, Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
    }
}
