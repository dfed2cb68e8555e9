package org.entente.catalog.information;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The information policy: the newest version is in force. */
@Path("/catalog/information-policy")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Markings")
class InformationPolicyResource {
    private static final String EXAMPLE = """
            {"categories": [
              {"name": "hydrology", "rules": ["Named contacts only."], "ownersRequired": true},
              {"name": "sensitive", "rules": ["No mention in open meetings."]}]}""";

    private final InformationPolicyStore store;
    private final Caller caller;

    InformationPolicyResource(InformationPolicyStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publish the information policy",
            description =
                    "By the home policy administrator, newest wins, until the parties have constituted their board:"
                            + " from then on by its ballot only. Added categories are of tier 3.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = InformationPolicy.class),
                            examples = @ExampleObject(name = "a category more", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The first version is in force.",
            content = @Content(schema = @Schema(implementation = PublishedInformationPolicy.class)))
    @APIResponse(responseCode = "200", description = "This version is in force.")
    @APIResponse(responseCode = "400", description = "The field is named.")
    @APIResponse(
            responseCode = "409",
            description = "A category that labels are in would be gone, or the policy is the board's.")
    public Uni<RestResponse<PublishedInformationPolicy>> publish(@Nullable InformationPolicy policy) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        if (policy == null) {
            throw Problem.badRequest("", "is required");
        }
        policy.check("");
        return store.publish(policy, caller.actor())
                .map(published -> RestResponse.status(
                        published.isNew() && published.policy().version() == 1
                                ? RestResponse.Status.CREATED
                                : RestResponse.Status.OK,
                        published.policy()));
    }

    @GET
    @Operation(summary = "The information policy in force, with the built-in categories")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublishedInformationPolicy.class)))
    public Uni<PublishedInformationPolicy> find() {
        return store.find();
    }
}
