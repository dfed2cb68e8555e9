package org.entente.crisis.degradation;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.http.Caller;
import org.entente.page.WireForm;

/** The rules of degradation for people, with the forms by which two bring one in force and two take it out. */
@Path(RuleForms.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RulePages {
    private final Caller caller;
    private final DegradationResource degradations;
    private final RuleResource rules;
    private final WireForm wire;
    private final Template page;

    RulePages(
            Caller caller,
            DegradationResource degradations,
            RuleResource rules,
            WireForm wire,
            @Location("degradation-rules") Template page) {
        this.caller = caller;
        this.degradations = degradations;
        this.rules = rules;
        this.wire = wire;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> all() {
        TemplateInstance shown = page.data("path", RuleForms.PATH).data("person", caller.actor());
        return rules.all()
                .map(all -> wire.of(Map.of("rules", all, "steps", degradations.steps())))
                .map(told -> shown.data("rules", told.get("rules")).data("steps", told.get("steps")));
    }
}
