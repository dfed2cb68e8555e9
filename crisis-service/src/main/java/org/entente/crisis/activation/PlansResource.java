package org.entente.crisis.activation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.plan.PlanAnswer;
import org.entente.crisis.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** The plans there are, and what was put in force under each. */
@Path("/crisis/plans")
@Authenticated
@Tag(name = "Plans")
class PlansResource {
    private static final int PER_PAGE = 50;

    /** Filtered where they are read: a page tells nothing of plans that are not the reader's. */
    private static final String VISIBLE = """
        select id from plan
         where id > ?1
           and (?2 or exists (select from json_array_elements_text(plan.terms::json -> 'partners') party where party = ?3))
         order by id limit ?4\
        """;

    private final Authority authority;
    private final DatabaseTime time;

    PlansResource(Authority authority, DatabaseTime time) {
        this.authority = authority;
        this.time = time;
    }

    /**
     * A page of plans, in the order of their identifiers.
     *
     * @param next where the next page begins; absent at the end
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<PlanAnswer> plans, @Nullable UUID next) {}

    /** An activation, and the extensions that were asked for. */
    @RegisterForReflection
    record Run(ActivationAnswer activation, List<ExtensionAnswer> extensions) {}

    /** The newest fifty activations of a plan. */
    @RegisterForReflection
    record Runs(List<Run> activations) {}

    @GET
    @WithSession
    @Operation(summary = "Plans, page by page: for the home side all, for a partner those that it is a party to")
    public Uni<Page> list(@QueryParam("cursor") @Nullable UUID cursor) {
        Actor actor = authority.require(Act.READ);
        return visible(actor, cursor == null ? new UUID(0, 0) : cursor)
                .chain(ids -> Plan.<Plan>list("id in ?1 order by id", ids).map(plans -> page(plans)));
    }

    private static Uni<List<UUID>> visible(Actor actor, UUID after) {
        return Panache.getSession().chain(session -> session.createNativeQuery(VISIBLE, UUID.class)
                .setParameter(1, after)
                .setParameter(2, actor.isHome())
                .setParameter(3, actor.nation())
                .setParameter(4, PER_PAGE + 1)
                .getResultList());
    }

    private static Page page(List<Plan> plans) {
        return new Page(
                plans.stream().limit(PER_PAGE).map(PlanAnswer::of).toList(),
                plans.size() > PER_PAGE ? plans.get(PER_PAGE - 1).id() : null);
    }

    @GET
    @Path("{id}/activations")
    @WithSession
    @Operation(summary = "What was put in force under a plan, or is asked to be, the newest first")
    public Uni<Runs> activations(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.READ);
        return Plan.<Plan>findById(id)
                .invoke(plan -> Plan.visible(plan, actor))
                .chain(() -> Activation.<Activation>find("plan = ?1 order by requestedAt desc, id", id)
                        .page(0, PER_PAGE)
                        .list())
                .chain(activations -> Extension.<Extension>list(
                                "activation in ?1 order by number",
                                activations.stream().map(each -> each.id).toList())
                        .chain(extensions -> time.now()
                                .map(now -> new Runs(activations.stream()
                                        .map(each -> new Run(
                                                ActivationAnswer.of(each, now),
                                                extensions.stream()
                                                        .filter(extension -> extension.activation.equals(each.id))
                                                        .map(extension -> ExtensionAnswer.of(extension, each, now))
                                                        .toList()))
                                        .toList()))));
    }
}
