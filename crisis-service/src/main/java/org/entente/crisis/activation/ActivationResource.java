package org.entente.crisis.activation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.time.DatabaseTime;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;

/** Putting an agreed plan in force, confirming it, ending it, reading how it stands. */
@Path("/crisis/activations")
@Authenticated
@Tag(name = "Activations")
public class ActivationResource {
    private final Authority authority;
    private final Idempotency idempotency;
    private final Situations situations;
    private final DatabaseTime time;
    private final ActivationSettings settings;
    private final Journal journal;
    private final ObjectMapper json;
    private final String home;

    ActivationResource(
            Authority authority,
            Idempotency idempotency,
            Situations situations,
            DatabaseTime time,
            ActivationSettings settings,
            Journal journal,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.json = json;
        this.home = home;
        this.authority = authority;
        this.idempotency = idempotency;
        this.situations = situations;
        this.time = time;
        this.settings = settings;
        this.journal = journal;
    }

    @POST
    @Operation(summary = "Put a plan in force: at once when its criterion is met, else a second authority must confirm")
    public Uni<Response> request(ActivationRequest sent) {
        Actor actor = authority.require(Act.REQUEST_ACTIVATION);
        ActivationRequest request = ActivationRequest.checked(sent);
        return idempotency.once(request, () -> Plan.locked(request.plan())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.unprocessable("/plan", "is not a plan"))
                .chain(plan -> begin(plan, request, actor)));
    }

    private Uni<Created> begin(Plan plan, ActivationRequest request, Actor actor) {
        return situations.of(plan).chain(situation -> {
            Activation activation =
                    Activation.requested(plan, plan.document(home).sha256(json), request, actor);
            activation.begin(actor, situation, situation.now().plus(settings.confirmWithin()));
            return activation
                    .persist()
                    .call(() -> journal.requested(activation, plan, actor))
                    .map(ignored -> new Created(
                            "/crisis/activations/" + activation.id, ActivationAnswer.of(activation, situation.now())));
        });
    }

    @POST
    @Path("{id}/confirmation")
    @WithTransaction
    @Operation(summary = "Confirm what another authority requested")
    public Uni<ActivationAnswer> confirm(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.CONFIRM_ACTIVATION);
        return existing(id).chain(activation -> Plan.locked(activation.plan)
                .chain(plan -> situations
                        .of(plan)
                        .call(situation -> activation.confirm(actor, situation)
                                ? journal.started(activation, plan, actor)
                                : Uni.createFrom().voidItem()))
                .map(situation -> ActivationAnswer.of(activation, situation.now())));
    }

    @POST
    @Path("{id}/end")
    @WithTransaction
    @Operation(summary = "End it before its time, or call off the request")
    public Uni<ActivationAnswer> end(@PathParam("id") UUID id, Reason sent) {
        Actor actor = authority.require(Act.END_ACTIVATION);
        String reason = Reason.checked(sent);
        return existing(id).chain(activation -> time.now()
                .invoke(now -> activation.end(actor, reason, now))
                .call(() -> journal.ended(List.of(activation), actor))
                .map(now -> ActivationAnswer.of(activation, now)));
    }

    @GET
    @Path("{id}")
    @WithSession
    @Operation(summary = "How an activation stands, for the home side and the parties of its plan")
    public Uni<ActivationAnswer> read(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.READ);
        return existing(id)
                .call(activation -> Plan.<Plan>findById(activation.plan).invoke(plan -> Plan.visible(plan, actor)))
                .chain(activation -> time.now().map(now -> ActivationAnswer.of(activation, now)));
    }

    private static Uni<Activation> existing(UUID id) {
        return Activation.<Activation>findById(id).onItem().ifNull().failWith(Problem::notFound);
    }
}
