package org.entente.crisis.activation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.plan.PlanAnswer;
import org.entente.crisis.time.DatabaseTime;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;

/** A party takes its consent back: the plan is out of use for good, and what runs under it ends with the answer. */
@Path("/crisis/plans/{id}/withdrawal")
@Authenticated
@Tag(name = "Plans")
public class WithdrawalResource {
    private final Authority authority;
    private final DatabaseTime time;
    private final Journal journal;
    private final Outbox outbox;
    private final ObjectMapper json;

    WithdrawalResource(Authority authority, DatabaseTime time, Journal journal, Outbox outbox, ObjectMapper json) {
        this.authority = authority;
        this.time = time;
        this.journal = journal;
        this.outbox = outbox;
        this.json = json;
    }

    @POST
    @WithTransaction
    @Operation(summary = "Withdraw a party's consent; running activations end at once")
    public Uni<PlanAnswer> withdraw(@PathParam("id") UUID id, Reason sent) {
        Actor actor = authority.require(Act.WITHDRAW_FROM_PLAN);
        String reason = Reason.checked(sent);
        return Plan.locked(id)
                .map(plan -> Plan.visible(plan, actor))
                .invoke(plan -> plan.withdraw(actor))
                .call(plan -> outbox.append(withdrawn(plan, actor, reason)))
                .call(plan -> endAll(plan, actor, "consent was withdrawn: " + reason))
                .map(PlanAnswer::of);
    }

    private Uni<Void> endAll(Plan plan, Actor actor, String reason) {
        return Activation.openLocked(plan.id())
                .chain(open -> time.now().chain(now -> journal.ended(endedNow(open, actor, reason, now), actor)));
    }

    /** What the clock has ended already is left to the clock. */
    private static List<Activation> endedNow(List<Activation> open, Actor actor, String reason, Instant now) {
        return open.stream()
                .filter(activation -> activation.stateAt(now) != ActivationState.ENDED)
                .peek(activation -> activation.end(actor, reason, now))
                .toList();
    }

    private Event withdrawn(Plan plan, Actor actor, String reason) {
        Map<String, String> data = Map.of("plan", plan.id().toString(), "party", actor.nation(), "reason", reason);
        return Event.of(
                EventTypes.PLAN_WITHDRAWN,
                plan.id().toString(),
                plan.concernedPartner(),
                actor.name(),
                json.valueToTree(data));
    }
}
