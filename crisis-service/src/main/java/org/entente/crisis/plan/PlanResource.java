package org.entente.crisis.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.time.DatabaseTime;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Proposing plans, amending them, reading them; consent is given at access-service. */
@Path("/crisis/plans")
@Authenticated
@Tag(name = "Plans")
public class PlanResource {
    private final Authority authority;
    private final TermsCheck check;
    private final Idempotency idempotency;
    private final DatabaseTime time;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final String home;

    PlanResource(
            Authority authority,
            TermsCheck check,
            Idempotency idempotency,
            DatabaseTime time,
            Outbox outbox,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.home = home;
        this.authority = authority;
        this.check = check;
        this.idempotency = idempotency;
        this.time = time;
        this.outbox = outbox;
        this.json = json;
    }

    @POST
    @Operation(
            summary = "Propose a plan",
            description =
                    "It lies on the table as version 1. The parties, the home side too, read it and consent to it at"
                            + " access-service (consentAt), which applies it later; this service cannot consent for"
                            + " anybody.")
    public Uni<Response> propose(Terms terms) {
        Actor actor = authority.require(Act.PROPOSE_PLAN);
        check.check(terms);
        return idempotency.once(terms, () -> time.now().chain(now -> {
            Plan plan = Plan.proposed(terms);
            return plan.persist()
                    .chain(() -> new PlanVersion(plan.id(), 1, terms, actor.name(), now).persist())
                    .chain(() -> outbox.append(laidOut(EventTypes.PLAN_PROPOSED, plan, 1, terms, actor)))
                    .replaceWith(() -> new Created("/crisis/plans/" + plan.id(), PlanAnswer.of(plan)));
        }));
    }

    @POST
    @Path("{id}/versions")
    @Operation(
            summary = "Lay an amended version on the table",
            description =
                    "The version that is agreed stays in force until all parties have consented to the new one. The"
                            + " partners stay the same: with others it is another plan.")
    public Uni<Response> amend(@PathParam("id") UUID id, Terms terms) {
        Actor actor = authority.require(Act.AMEND_PLAN);
        check.check(terms);
        // Not locked: of two who amend at once the later one is told, and reads again.
        return idempotency.once(terms, () -> Plan.<Plan>findById(id)
                .map(plan -> Plan.visible(plan, actor))
                .chain(plan -> amended(plan, terms, actor)));
    }

    private Uni<Created> amended(Plan plan, Terms terms, Actor actor) {
        if (!plan.terms().partners().equals(terms.partners())) {
            throw Problem.unprocessable("/partners", "are not those of the plan; propose another plan");
        }
        int version = plan.amend(actor);
        return Panache.getSession()
                .chain(session -> session.flush())
                .chain(time::now)
                .chain(now -> new PlanVersion(plan.id(), version, terms, actor.name(), now).persist())
                .chain(() -> outbox.append(laidOut(EventTypes.PLAN_AMENDED, plan, version, terms, actor)))
                .replaceWith(() ->
                        new Created("/crisis/plans/" + plan.id() + "/versions/" + version, PlanAnswer.of(plan, terms)));
    }

    @GET
    @Path("{id}")
    @WithSession
    @Operation(summary = "A plan, for the home side and its parties")
    public Uni<PlanAnswer> read(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.READ);
        return Plan.<Plan>findById(id).map(plan -> Plan.visible(plan, actor)).chain(plan -> PlanVersion.of(
                        id, plan.openVersion)
                .map(open -> PlanAnswer.of(plan, open == null ? null : open.terms())));
    }

    @GET
    @Path("{id}/versions/{version}")
    @WithSession
    @Operation(summary = "A version of a plan as the document that is signed, for the home side and its parties")
    public Uni<PlanDocument> version(@PathParam("id") UUID id, @PathParam("version") int version) {
        Actor actor = authority.require(Act.READ);
        return Plan.<Plan>findById(id)
                .map(plan -> Plan.visible(plan, actor))
                .chain(plan -> PlanVersion.of(id, version))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(found -> PlanDocument.of(id, version, found.terms(), home));
    }

    @GET
    @Path("{id}/simulation")
    @WithSession
    @Operation(
            summary = "What to send to POST /access/simulations to learn what the newest version would have changed",
            description =
                    "Whoever drafts a plan asks access-service with their own token what it would have meant for the"
                            + " decisions of a period: who would have seen how many portions more, by category.")
    public Uni<SimulationRequest> simulation(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        Actor actor = authority.require(Act.PROPOSE_PLAN);
        SimulationRequest.Period period = SimulationRequest.Period.of(from, until);
        return Plan.<Plan>findById(id)
                .map(plan -> Plan.visible(plan, actor))
                .chain(plan -> PlanVersion.of(id, plan.openVersion))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(newest -> SimulationRequest.of(newest.terms(), period));
    }

    private Event laidOut(String type, Plan plan, int version, Terms terms, Actor actor) {
        PlanDocument document = PlanDocument.of(plan.id(), version, terms, home);
        ObjectNode data = json.valueToTree(PlanAnswer.of(plan, terms));
        data.set("document", json.valueToTree(document));
        data.put("sha256", document.sha256(json));
        return Event.of(type, plan.id().toString(), plan.concernedPartner(), actor.name(), data);
    }
}
