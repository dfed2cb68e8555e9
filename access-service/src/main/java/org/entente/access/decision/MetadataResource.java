package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What this decision point offers, and where (AuthZEN Authorization API 1.0 section 9). */
@Path("/.well-known/authzen-configuration")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class MetadataResource {

    /** Section 9.1.1; what is not there is not offered. */
    public record Metadata(
            @JsonProperty("policy_decision_point") String policyDecisionPoint,
            @JsonProperty("access_evaluation_endpoint") String accessEvaluationEndpoint,
            @JsonProperty("access_evaluations_endpoint") String accessEvaluationsEndpoint,
            @JsonProperty("search_subject_endpoint") String searchSubjectEndpoint,
            @JsonProperty("search_resource_endpoint") String searchResourceEndpoint,
            @JsonProperty("search_action_endpoint") String searchActionEndpoint) {}

    @GET
    @Operation(summary = "Metadata of the decision point")
    public Metadata get(@Context UriInfo uri) {
        String base = uri.getBaseUri().toString().replaceAll("/+$", "");
        String version = base + "/access/v1";
        return new Metadata(
                base,
                version + "/evaluation",
                version + "/evaluations",
                version + "/search/subject",
                version + "/search/resource",
                version + "/search/action");
    }
}
