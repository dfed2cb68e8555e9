package org.entente.catalog.access;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The decision point over HTTP, called with this service's own credentials. */
@RegisterRestClient(configKey = "access")
@OidcClientFilter
@Path("/access")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AccessClient {
    /** Several evaluations in one request (AuthZEN 1.0 section 7); denials answer 200. */
    @POST
    @Path("/v1/evaluations")
    Uni<Response> evaluations(Question question);

    /** Records what is about to be shown on decisions taken before; 409 where they no longer hold. */
    @POST
    @Path("/disclosures")
    Uni<Response> disclosures(Disclosure disclosure);

    /** What would be decided; nothing is recorded, and nothing may be shown on it. */
    @POST
    @Path("/suppositions")
    Uni<Response> suppositions(Question.Single question);
}
