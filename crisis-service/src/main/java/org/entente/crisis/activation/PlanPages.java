package org.entente.crisis.activation;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.act.Act;
import org.entente.crisis.plan.PlanResource;
import org.entente.http.Caller;
import org.entente.page.WireForm;
import org.jspecify.annotations.Nullable;

/** Plans for people: what is agreed, what was put in force under it, and the forms of what they may do about it. */
@Path(PlanPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PlanPages {
    static final String PATH = "/crisis/pages/plans";

    private final Caller caller;
    private final PlansResource plans;
    private final PlanResource terms;
    private final CriterionResource criteria;
    private final DutyResource duties;
    private final WireForm wire;
    private final Template list;
    private final Template page;
    private final Template duty;

    PlanPages(
            Caller caller,
            PlansResource plans,
            PlanResource terms,
            CriterionResource criteria,
            DutyResource duties,
            WireForm wire,
            @Location("plans") Template list,
            @Location("plan") Template page,
            @Location("duty") Template duty) {
        this.caller = caller;
        this.plans = plans;
        this.terms = terms;
        this.criteria = criteria;
        this.duties = duties;
        this.wire = wire;
        this.list = list;
        this.page = page;
        this.duty = duty;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("cursor") @Nullable UUID cursor) {
        return plans.list(cursor).map(found -> list.data("found", wire.of(found)));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("id") UUID id) {
        boolean isHome = caller.isHome();
        boolean readsSignals = Act.READ_SIGNAL.isOpenTo(caller);
        TemplateInstance shown = page.data("path", PATH + "/" + id)
                .data("person", caller.actor())
                .data("isAuthority", Act.REQUEST_ACTIVATION.isOpenTo(caller))
                .data("withdraws", Act.WITHDRAW_FROM_PLAN.isOpenTo(caller));
        return terms.read(id)
                .invoke(plan -> shown.data("plan", wire.of(plan)))
                .chain(() -> readsSignals
                        ? criteria.read(id).map(wire::of)
                        : Uni.createFrom().<Map<String, Object>>nullItem())
                .invoke(standing -> shown.data("standing", standing))
                .chain(() -> plans.activations(id))
                .invoke(runs -> shown.data("runs", wire.of(runs).get("activations"))
                        .data("isOpen", runs.activations().stream().anyMatch(PlanPages::isOpen)))
                .chain(runs -> isHome ? newestDuties(runs) : Uni.createFrom().item(List.of()))
                .map(owed -> shown.data("duties", wire.of(Map.of("all", owed)).get("all")));
    }

    private static boolean isOpen(PlansResource.Run run) {
        return run.activation().state() != ActivationState.ENDED;
    }

    private Uni<List<DutyAnswer>> newestDuties(PlansResource.Runs runs) {
        return runs.activations().isEmpty()
                ? Uni.createFrom().item(List.of())
                : duties.all(runs.activations().get(0).activation().id());
    }

    @GET
    @Path("{id}/duties/{duty}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> duty(@PathParam("id") UUID id, @PathParam("duty") UUID number) {
        boolean tells = Act.DO_DUTY.isOpenTo(caller);
        return duties.read(number).map(owed -> {
            Map<String, Object> shown = new HashMap<>(wire.of(owed));
            shown.put("content", owed.content() == null ? "" : owed.content().toPrettyString());
            return duty.data("duty", shown)
                    .data("plan", PATH + "/" + id)
                    .data("path", PATH + "/" + id + "/duties/" + number + "/sending")
                    .data("tells", tells && owed.sentAt() == null);
        });
    }
}
