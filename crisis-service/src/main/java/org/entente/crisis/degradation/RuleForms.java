package org.entente.crisis.degradation;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.degradation.DegradationResource.Reversal;
import org.entente.crisis.input.Field;
import org.entente.http.Problem;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do about the rules of degradation; each form does what the interface does, and leads back to the rules. */
@Path(RuleForms.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class RuleForms {
    static final String PATH = DegradationPages.PATH + "/rules";

    private final RuleResource rules;

    RuleForms(RuleResource rules) {
        this.rules = rules;
    }

    /** A rule, with a line for each of the steps; one that was left empty has no part in it. */
    record Proposed(
            @RestForm @Nullable String name,
            @RestForm @Nullable String scope,
            @RestForm @Nullable String partners,
            @RestForm @Nullable List<String> when,
            @RestForm @Nullable String hold) {
        Rule rule() {
            return new Rule(
                    Field.present("/name", Entered.text(name)),
                    Field.present("/scope", Entered.one("/scope", scope, Rule.Scope.values(), Rule.Scope::wireName)),
                    Entered.words(partners),
                    steps(when == null ? List.of() : when),
                    minutes(hold));
        }

        private static List<Rule.When> steps(List<String> lines) {
            if (lines.size() > Step.values().length) {
                throw Problem.badRequest("/steps", "has more lines than there are steps");
            }
            List<Rule.When> steps = new ArrayList<>();
            for (int index = 0; index < lines.size(); index++) {
                @Nullable String expression = Entered.text(lines.get(index));
                if (expression != null) {
                    steps.add(new Rule.When(Step.values()[index], expression, null));
                }
            }
            return steps;
        }

        private static @Nullable Duration minutes(@Nullable String entered) {
            @Nullable Integer minutes = Entered.number("/hold", entered);
            return minutes == null ? null : Duration.ofMinutes(minutes);
        }
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> propose(@BeanParam Proposed form) {
        return back(rules.propose(form.rule()));
    }

    @POST
    @Path("{id}/approval")
    @Operation(hidden = true)
    public Uni<Response> approve(@PathParam("id") UUID id) {
        return back(rules.approve(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(hidden = true)
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        return back(rules.withdraw(id));
    }

    @POST
    @Path("{id}/end")
    @Operation(hidden = true)
    public Uni<Response> proposeEnd(@PathParam("id") UUID id, @RestForm @Nullable String reason) {
        return back(rules.proposeEnd(id, new Reversal(Entered.text(reason))));
    }

    @POST
    @Path("{id}/end/approval")
    @Operation(hidden = true)
    public Uni<Response> approveEnd(@PathParam("id") UUID id) {
        return back(rules.approveEnd(id));
    }

    @POST
    @Path("{id}/end/withdrawal")
    @Operation(hidden = true)
    public Uni<Response> keep(@PathParam("id") UUID id) {
        return back(rules.keep(id));
    }

    private static Uni<Response> back(Uni<?> done) {
        return done.map(ignored -> Onward.to(PATH));
    }
}
