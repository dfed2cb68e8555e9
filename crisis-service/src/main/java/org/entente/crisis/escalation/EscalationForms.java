package org.entente.crisis.escalation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.escalation.EscalationResource.Said;
import org.entente.crisis.input.Field;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do about escalations; each form does what the interface does, and leads back to the escalation. */
@Path(EscalationPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class EscalationForms {
    private final EscalationResource escalations;

    EscalationForms(EscalationResource escalations) {
        this.escalations = escalations;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> open(
            @RestForm @Nullable String ladder,
            @RestForm @Nullable String subject,
            @RestForm @Nullable String text,
            @RestForm @Nullable String urgency) {
        Urgency how = Entered.one("/urgency", urgency, Urgency.values(), Urgency::wireName);
        return escalations
                .open(new Matter(
                        Field.present("/ladder", Entered.text(ladder)),
                        Field.present("/subject", Entered.text(subject)),
                        Entered.text(text),
                        how,
                        null,
                        null))
                .map(Onward::made);
    }

    @POST
    @Path("{id}/acknowledgement")
    @Operation(hidden = true)
    public Uni<Response> acknowledge(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        return back(id, escalations.acknowledge(id, seen, Said.NOTHING));
    }

    @POST
    @Path("{id}/hand-over")
    @Operation(hidden = true)
    public Uni<Response> handOver(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @RestForm @Nullable String to,
            @RestForm @Nullable String note) {
        return back(id, escalations.handOver(id, seen, new Said(Entered.text(note), Entered.text(to))));
    }

    @POST
    @Path("{id}/ascent")
    @Operation(hidden = true)
    public Uni<Response> ascend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @RestForm @Nullable String note) {
        return back(id, escalations.ascend(id, seen, new Said(Entered.text(note), null)));
    }

    @POST
    @Path("{id}/resolution")
    @Operation(hidden = true)
    public Uni<Response> resolve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @RestForm @Nullable String note) {
        return back(id, escalations.resolve(id, seen, new Said(Entered.text(note), null)));
    }

    private static Uni<Response> back(UUID id, Uni<Response> done) {
        return done.map(ignored -> Onward.to(EscalationPages.PATH + "/" + id));
    }
}
