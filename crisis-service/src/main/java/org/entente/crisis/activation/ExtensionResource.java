package org.entente.crisis.activation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.plan.Plan;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;

/** Making an activation last longer: a fresh decision, and never past what the plan allows in all. */
@Path("/crisis/activations/{id}/extensions")
@Authenticated
@Tag(name = "Activations")
class ExtensionResource {
    private final Authority authority;
    private final Idempotency idempotency;
    private final Situations situations;
    private final ActivationSettings settings;
    private final Journal journal;

    ExtensionResource(
            Authority authority,
            Idempotency idempotency,
            Situations situations,
            ActivationSettings settings,
            Journal journal) {
        this.authority = authority;
        this.idempotency = idempotency;
        this.situations = situations;
        this.settings = settings;
        this.journal = journal;
    }

    /** What is so, with plan and activation locked. */
    private record Case(Plan plan, Activation activation, Situation situation) {}

    @POST
    @Operation(summary = "Extend: at once when the criterion is met now, else as many must decide as for an activation")
    public Uni<Response> request(@PathParam("id") UUID id, ExtensionRequest sent) {
        Actor actor = authority.require(Act.EXTEND_ACTIVATION);
        ExtensionRequest request = ExtensionRequest.checked(sent);
        return idempotency.once(request, () -> locked(id).chain(found -> {
            ActivationState state = found.activation()
                    .extend(
                            actor,
                            found.situation(),
                            request.duration(),
                            found.plan().terms().mostExtensions());
            Instant lapses = found.situation().now().plus(settings.confirmWithin());
            Extension extension = Extension.requested(found.activation(), request, actor, found.situation(), lapses);
            return Extension.askedFor(id)
                    .invoke(before -> extension.number = before.intValue() + 1)
                    .chain(() -> extension.persist())
                    .chain(() -> state == ActivationState.ACTIVE
                            ? decided(found, extension, actor)
                            : Uni.createFrom().voidItem())
                    .replaceWith(() -> new Created(
                            "/crisis/activations/" + id + "/extensions/" + extension.number,
                            ExtensionAnswer.of(
                                    extension,
                                    found.activation(),
                                    found.situation().now())));
        }));
    }

    @POST
    @Path("{number}/confirmation")
    @WithTransaction
    @Operation(summary = "Decide for an extension that another authority asked for")
    public Uni<ExtensionAnswer> confirm(@PathParam("id") UUID id, @PathParam("number") int number) {
        Actor actor = authority.require(Act.CONFIRM_ACTIVATION);
        return locked(id).chain(found -> Extension.of(id, number)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(extension -> extension)
                .call(extension -> {
                    found.activation()
                            .extend(
                                    actor,
                                    found.situation(),
                                    extension.by(),
                                    found.plan().terms().mostExtensions());
                    return extension.confirm(actor, found.situation())
                            ? decided(found, extension, actor)
                            : Uni.createFrom().voidItem();
                })
                .map(extension -> ExtensionAnswer.of(
                        extension, found.activation(), found.situation().now())));
    }

    private Uni<Void> decided(Case found, Extension extension, Actor actor) {
        extension.decidedAt = found.situation().now();
        found.activation().lengthen(extension.by());
        return journal.extended(found.activation(), extension, actor);
    }

    /** The plan first, as whoever activates or withdraws it does. */
    private Uni<Case> locked(UUID id) {
        return Activation.<Activation>findById(id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(activation -> Plan.locked(activation.plan)
                        .chain(plan -> situations.of(plan).map(situation -> new Case(plan, activation, situation))));
    }
}
