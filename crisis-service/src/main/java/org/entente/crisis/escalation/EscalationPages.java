package org.entente.crisis.escalation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;

/** Escalations for people: what somebody is called for, and the forms of those who answer. */
@Path(EscalationPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class EscalationPages {
    static final String PATH = "/crisis/pages/escalations";

    private static final List<String> URGENCIES =
            Stream.of(Urgency.values()).map(Urgency::wireName).toList();

    private final Caller caller;
    private final EscalationResource escalations;

    EscalationPages(Caller caller, EscalationResource escalations) {
        this.caller = caller;
        this.escalations = escalations;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance escalations(
                List<EscalationView> open, boolean opens, String path, List<String> urgencies);

        static native TemplateInstance escalation(EscalationView escalation, String tag, String path);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list() {
        boolean opens = Act.OPEN_ESCALATION.isOpenTo(caller);
        return escalations.list().map(found -> Templates.escalations(found.escalations(), opens, PATH, URGENCIES));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("id") UUID id) {
        boolean answers = Act.ANSWER_ESCALATION.isOpenTo(caller);
        return escalations.read(id).map(answer -> {
            EscalationView view = (EscalationView) answer.getEntity();
            String tag = answer.getHeaderString(HttpHeaders.ETAG).replace("\"", "");
            return Templates.escalation(view, tag, PATH + "/" + id)
                    .data("answers", answers)
                    .data("isOpen", view.state() == State.OPEN || view.state() == State.UNANSWERED)
                    .data("isUnanswered", view.state() == State.UNANSWERED)
                    .data("isResolved", view.state() == State.RESOLVED);
        });
    }
}
