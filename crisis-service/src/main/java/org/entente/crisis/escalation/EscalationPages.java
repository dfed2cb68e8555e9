package org.entente.crisis.escalation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.escalation.EscalationResource.Said;

/** Escalations for people: whoever is called acknowledges here. */
@Path("/crisis/pages/escalations/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class EscalationPages {
    private final EscalationResource escalations;

    EscalationPages(EscalationResource escalations) {
        this.escalations = escalations;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance escalation(EscalationView escalation, boolean isOpen, String path);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("id") UUID id) {
        return escalations.read(id).map(answer -> {
            EscalationView view = (EscalationView) answer.getEntity();
            boolean isOpen = view.state() == State.OPEN || view.state() == State.UNANSWERED;
            return Templates.escalation(view, isOpen, "/crisis/pages/escalations/" + id + "/acknowledgement");
        });
    }

    @POST
    @Path("acknowledgement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> acknowledge(@PathParam("id") UUID id) {
        return escalations.acknowledge(id, null, Said.NOTHING).map(done -> Response.seeOther(
                        URI.create("/crisis/pages/escalations/" + id))
                .build());
    }
}
