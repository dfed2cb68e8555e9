package org.entente.crisis.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.time.DatabaseTime;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.events.PlanAgreed;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;

/** Proposing plans, consenting to them, reading them. */
@Path("/crisis/plans")
@Authenticated
@RegisterForReflection(targets = PlanAgreed.class)
@Tag(name = "Plans")
public class PlanResource {
    private final Authority authority;
    private final TermsCheck check;
    private final Idempotency idempotency;
    private final DatabaseTime time;
    private final Outbox outbox;
    private final ObjectMapper json;

    PlanResource(
            Authority authority,
            TermsCheck check,
            Idempotency idempotency,
            DatabaseTime time,
            Outbox outbox,
            ObjectMapper json) {
        this.authority = authority;
        this.check = check;
        this.idempotency = idempotency;
        this.time = time;
        this.outbox = outbox;
        this.json = json;
    }

    @POST
    @Operation(summary = "Propose a plan; proposing is the home side's consent")
    public Uni<Response> propose(Terms terms) {
        Actor actor = authority.require(Act.PROPOSE_PLAN);
        check.check(terms);
        return idempotency.once(terms, () -> time.now()
                .map(now -> Plan.proposed(terms, actor, now))
                .call(plan -> plan.persist())
                .call(plan -> outbox.append(event(EventTypes.PLAN_PROPOSED, plan, actor, PlanAnswer.of(plan))))
                .map(plan -> new Created("/crisis/plans/" + plan.id(), PlanAnswer.of(plan))));
    }

    @GET
    @Path("{id}")
    @WithSession
    @Operation(summary = "A plan, for the home side and its parties")
    public Uni<PlanAnswer> read(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.READ);
        return Plan.<Plan>findById(id).map(plan -> PlanAnswer.of(Plan.visible(plan, actor)));
    }

    @POST
    @Path("{id}/consents")
    @WithTransaction
    @Operation(summary = "Consent, for the officer's own nation; the last consent makes the plan agreed")
    public Uni<PlanAnswer> consent(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.CONSENT_TO_PLAN);
        return Plan.<Plan>findById(id)
                .map(plan -> Plan.visible(plan, actor))
                .call(plan -> time.now().invoke(now -> plan.consent(actor, now)))
                .call(plan -> outbox.append(consented(plan, actor).toArray(Event[]::new)))
                .map(PlanAnswer::of);
    }

    private List<Event> consented(Plan plan, Actor actor) {
        List<Event> events = new ArrayList<>();
        Map<String, String> consent =
                Map.of("plan", plan.id().toString(), "party", actor.nation(), "officer", actor.name());
        events.add(Event.of(
                EventTypes.PLAN_CONSENTED,
                plan.id().toString(),
                actor.nation(),
                actor.name(),
                json.valueToTree(consent)));
        if (plan.state() == PlanState.AGREED) {
            events.add(event(
                    EventTypes.PLAN_AGREED,
                    plan,
                    actor,
                    plan.terms().agreed(plan.id().toString(), plan.version())));
        }
        return events;
    }

    private Event event(String type, Plan plan, Actor actor, Object data) {
        return Event.of(type, plan.id().toString(), plan.concernedPartner(), actor.name(), json.valueToTree(data));
    }
}
