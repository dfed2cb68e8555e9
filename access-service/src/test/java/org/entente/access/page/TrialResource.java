package org.entente.access.page;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.page.Visitor;

/** Pages that only the tests have: what any page might do. */
@Path("/access/pages/trial")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class TrialResource {
    private final Caller caller;
    private final Visitor visitor;

    TrialResource(Caller caller, Visitor visitor) {
        this.caller = caller;
        this.visitor = visitor;
    }

    @GET
    public String form() {
        return "<input name=\"csrf\" value=\"" + visitor.getFormToken() + "\"> " + caller.subject() + " "
                + caller.nation() + " " + caller.clearances() + " " + caller.assurance();
    }

    @POST
    public String sent(@FormParam("word") String word) {
        return "received " + word;
    }

    @GET
    @Path("/needs/{acr}")
    public String needs(@PathParam("acr") String acr) {
        if (!caller.assurance().equals(acr)) {
            throw Problem.strongerLogin(acr, Duration.ofMinutes(5));
        }
        return "logged in by " + caller.assurance();
    }

    @POST
    @Path("/needs/{acr}")
    public String actNeeds(@PathParam("acr") String acr) {
        return needs(acr);
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw Problem.badRequest("amount<b>", "is not a number");
    }
}
