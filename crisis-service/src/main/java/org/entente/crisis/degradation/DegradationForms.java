package org.entente.crisis.degradation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.degradation.DegradationResource.Narrowing;
import org.entente.crisis.degradation.DegradationResource.Reversal;
import org.entente.http.Problem;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do about degradations; each form does what the interface does, and leads back to the page. */
@Path(DegradationPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class DegradationForms {
    private final DegradationResource degradations;

    DegradationForms(DegradationResource degradations) {
        this.degradations = degradations;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> narrow(
            @RestForm @Nullable String partner, @RestForm @Nullable String step, @RestForm @Nullable String reason) {
        Step to = Entered.one("/step", step, Step.values(), Step::wireName);
        return back(degradations.narrow(new Narrowing(whom(partner), to, Entered.text(reason))));
    }

    /** At a page nobody narrows for all by leaving a field empty. */
    private static @Nullable String whom(@Nullable String entered) {
        @Nullable String partner = Entered.text(entered);
        if (partner == null) {
            throw Problem.badRequest("/partner", "is missing: the code of a partner, or all");
        }
        return partner.equalsIgnoreCase("all") ? null : partner;
    }

    @POST
    @Path("{id}/reversal")
    @Operation(hidden = true)
    public Uni<Response> propose(@PathParam("id") UUID id, @RestForm @Nullable String reason) {
        return back(degradations.propose(id, new Reversal(Entered.text(reason))));
    }

    @POST
    @Path("{id}/reversal/approval")
    @Operation(hidden = true)
    public Uni<Response> approve(@PathParam("id") UUID id) {
        return back(degradations.approve(id));
    }

    @POST
    @Path("{id}/reversal/withdrawal")
    @Operation(hidden = true)
    public Uni<Response> keep(@PathParam("id") UUID id) {
        return back(degradations.keep(id));
    }

    private static Uni<Response> back(Uni<?> done) {
        return done.map(ignored -> Onward.to(DegradationPages.PATH));
    }
}
