package org.entente.crisis.activation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.input.Field;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do about a plan; each form does what the interface does, and leads back to the plan. */
@Path(PlanPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class PlanForms {
    private final ActivationResource activations;
    private final ExtensionResource extensions;
    private final WithdrawalResource withdrawal;
    private final DutyResource duties;

    PlanForms(
            ActivationResource activations,
            ExtensionResource extensions,
            WithdrawalResource withdrawal,
            DutyResource duties) {
        this.activations = activations;
        this.extensions = extensions;
        this.withdrawal = withdrawal;
        this.duties = duties;
    }

    /** How long, and why. */
    record Wanted(
            @RestForm @Nullable String count,
            @RestForm @Nullable String unit,
            @RestForm @Nullable String reason) {
        Duration duration() {
            return Field.present("/duration", Entered.span("/duration", count, unit));
        }

        String why() {
            return Field.present("/reason", Entered.text(reason));
        }
    }

    @POST
    @Path("{id}/activations")
    @Operation(hidden = true)
    public Uni<Response> activate(@PathParam("id") UUID id, @BeanParam Wanted form) {
        return back(id, activations.request(new ActivationRequest(id, form.duration(), form.why())));
    }

    @POST
    @Path("{id}/activations/{activation}/confirmation")
    @Operation(hidden = true)
    public Uni<Response> confirm(@PathParam("id") UUID id, @PathParam("activation") UUID activation) {
        return back(id, activations.confirm(activation));
    }

    @POST
    @Path("{id}/activations/{activation}/end")
    @Operation(hidden = true)
    public Uni<Response> end(
            @PathParam("id") UUID id, @PathParam("activation") UUID activation, @RestForm @Nullable String reason) {
        return back(id, activations.end(activation, new Reason(Field.present("/reason", Entered.text(reason)))));
    }

    @POST
    @Path("{id}/activations/{activation}/extensions")
    @Operation(hidden = true)
    public Uni<Response> extend(
            @PathParam("id") UUID id, @PathParam("activation") UUID activation, @BeanParam Wanted form) {
        return back(id, extensions.request(activation, new ExtensionRequest(form.duration(), form.why())));
    }

    @POST
    @Path("{id}/activations/{activation}/extensions/{number}/confirmation")
    @Operation(hidden = true)
    public Uni<Response> confirm(
            @PathParam("id") UUID id, @PathParam("activation") UUID activation, @PathParam("number") int number) {
        return back(id, extensions.confirm(activation, number));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(hidden = true)
    public Uni<Response> withdraw(@PathParam("id") UUID id, @RestForm @Nullable String reason) {
        return back(id, withdrawal.withdraw(id, new Reason(Field.present("/reason", Entered.text(reason)))));
    }

    @POST
    @Path("{id}/duties/{duty}/sending")
    @Operation(hidden = true)
    public Uni<Response> sent(@PathParam("id") UUID id, @PathParam("duty") UUID duty, @RestForm @Nullable String how) {
        return back(id, duties.sent(duty, new DutyResource.Sending(Field.present("/how", Entered.text(how)))));
    }

    private static Uni<Response> back(UUID id, Uni<?> done) {
        return done.map(ignored -> Onward.to(PlanPages.PATH + "/" + id));
    }
}
