package org.entente.catalog.marking;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.entente.label.LabelException;
import org.entente.label.MarkingPolicy;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Marking policies: the newest version of each is in force. */
@Path("/catalog/marking-policies/{name}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Markings")
class MarkingPoliciesResource {
    private static final String EXAMPLE = """
            {"name": "ALLIANCE", "groups": [{"code": "TRIO", "members":
              [{"code": "XAA"}, {"code": "XBB", "from": "2026-01-01"}, {"code": "XCC", "until": "2027-01-01"}]}]}""";

    private final MarkingPolicyStore store;
    private final Caller caller;

    MarkingPoliciesResource(MarkingPolicyStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @PUT
    @Operation(summary = "Publish a marking policy", description = "By the home policy administrator; newest wins.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MarkingPolicy.class),
                            examples = @ExampleObject(name = "groups of the alliance", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The first version is in force.",
            content = @Content(schema = @Schema(implementation = PublishedPolicy.class)))
    @APIResponse(responseCode = "200", description = "This version is in force.")
    @APIResponse(responseCode = "400", description = "An unknown member, a cycle, a duplicate or a wrong order.")
    @APIResponse(
            responseCode = "409",
            description = "The levels of ALLIANCE cannot be changed, and ALLIANCE is its board's once there is one.")
    public Uni<RestResponse<PublishedPolicy>> publish(@PathParam("name") String name, @Nullable JsonNode document) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        if (document == null) {
            throw Problem.badRequest("", "is required");
        }
        MarkingPolicy policy = policy(document);
        if (!policy.name().equals(name)) {
            throw Problem.badRequest("/name", "is not the name in the path");
        }
        return store.publish(policy, caller.actor())
                .onFailure(LabelException.class)
                .transform(Refused::because)
                .map(published -> RestResponse.status(
                        published.isFirst() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        published.policy()));
    }

    @GET
    @Operation(summary = "The policy in force")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublishedPolicy.class)))
    @APIResponse(responseCode = "404", description = "No such policy.")
    public Uni<PublishedPolicy> find(@PathParam("name") String name) {
        return store.find(name).map(found -> found.orElseThrow(Problem::notFound));
    }

    private static MarkingPolicy policy(JsonNode document) {
        try {
            return MarkingPolicy.of(document);
        } catch (LabelException fault) {
            throw Refused.because(fault);
        }
    }
}
