package org.entente.crisis.degradation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.degradation.DegradationResource.Reversal;
import org.entente.crisis.input.Field;
import org.entente.crisis.signal.Watching;
import org.entente.crisis.time.DatabaseTime;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** The rules by which sharing narrows by itself; two persons bring one in force, and two take it out. */
@Path("/crisis/degradation-rules")
@Authenticated
@Tag(name = "Degradation")
class RuleResource {
    private static final int MAX_REASON = 1_000;
    private static final int MOST = 200;

    private final Authority authority;
    private final Idempotency idempotency;
    private final DatabaseTime time;
    private final Watching watching;
    private final Outbox outbox;
    private final ObjectMapper json;

    RuleResource(
            Authority authority,
            Idempotency idempotency,
            DatabaseTime time,
            Watching watching,
            Outbox outbox,
            ObjectMapper json) {
        this.authority = authority;
        this.idempotency = idempotency;
        this.time = time;
        this.watching = watching;
        this.outbox = outbox;
        this.json = json;
    }

    @POST
    @Operation(summary = "Propose a rule; another person has to approve. It replaces the one of its name.")
    public Uni<Response> propose(Rule sent) {
        Actor actor = authority.require(Act.RULE_NARROWING);
        Rule rule = Rule.checked(sent);
        return idempotency.once(rule, () -> HeldRule.count("state <> ?1", RuleMove.State.ENDED)
                .invoke(count -> {
                    if (count >= MOST) {
                        throw Problem.conflict(null, "There are " + MOST + " rules already.");
                    }
                })
                .chain(time::now)
                .map(now -> HeldRule.proposed(rule, actor, now, json))
                .call(held -> held.persist())
                .call(held -> told(EventTypes.DEGRADATION_RULE_PROPOSED, held, actor))
                .map(held -> new Created("/crisis/degradation-rules/" + held.id, RuleView.of(held, json))));
    }

    @GET
    @WithSession
    @Operation(summary = "All rules that are proposed or in force, and those that ended, the newest first")
    public Uni<List<RuleView>> all() {
        authority.require(Act.RULE_NARROWING);
        return HeldRule.<HeldRule>find("order by proposedAt desc, id")
                .page(0, MOST)
                .list()
                .map(found ->
                        found.stream().map(held -> RuleView.of(held, json)).toList());
    }

    @POST
    @Path("{id}/approval")
    @WithTransaction
    @Operation(summary = "Approve a rule, by another person than the one who proposed it")
    public Uni<RuleView> approve(@PathParam("id") UUID id) {
        return move(id, RuleMove.APPROVE, null).invoke(watching::look);
    }

    @POST
    @Path("{id}/withdrawal")
    @WithTransaction
    @Operation(summary = "Take the proposal of a rule back, or refuse it")
    public Uni<RuleView> withdraw(@PathParam("id") UUID id) {
        return move(id, RuleMove.WITHDRAW, null);
    }

    @POST
    @Path("{id}/end")
    @WithTransaction
    @Operation(summary = "Propose to do without a rule; another person has to approve")
    public Uni<RuleView> proposeEnd(@PathParam("id") UUID id, Reversal sent) {
        String reason = Field.present("", sent).reason();
        Field.text("/reason", reason, MAX_REASON);
        return move(id, RuleMove.PROPOSE_END, reason);
    }

    @POST
    @Path("{id}/end/approval")
    @WithTransaction
    @Operation(summary = "Approve the end of a rule, by another person; what it has narrowed stays so")
    public Uni<RuleView> approveEnd(@PathParam("id") UUID id) {
        return move(id, RuleMove.APPROVE_END, null);
    }

    @POST
    @Path("{id}/end/withdrawal")
    @WithTransaction
    @Operation(summary = "Keep the rule: take the proposal of its end back, or refuse it")
    public Uni<RuleView> keep(@PathParam("id") UUID id) {
        return move(id, RuleMove.KEEP, null);
    }

    private Uni<RuleView> move(UUID id, RuleMove move, @Nullable String reason) {
        Actor actor = authority.require(Act.RULE_NARROWING);
        return HeldRule.<HeldRule>findById(id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(held -> held)
                .invoke(held -> held.move(move, actor, reason))
                .call(held -> move == RuleMove.APPROVE
                        ? replaced(held)
                        : Uni.createFrom().voidItem())
                .call(held -> told(type(held), held, actor))
                .map(held -> RuleView.of(held, json));
    }

    /** Gone before the other one counts: of one name only one is in force. */
    private static Uni<Void> replaced(HeldRule successor) {
        RuleMove.State approved = successor.state;
        successor.state = RuleMove.State.PROPOSED;
        return HeldRule.<HeldRule>list(
                        "name = ?1 and id <> ?2 and state in ?3",
                        successor.name,
                        successor.id,
                        List.of(RuleMove.State.IN_FORCE, RuleMove.State.END_PROPOSED))
                .invoke(others -> others.forEach(other -> other.giveWay(successor)))
                .chain(() -> Panache.getSession())
                .chain(session -> session.flush())
                .invoke(() -> successor.state = approved);
    }

    private static String type(HeldRule held) {
        return switch (held.state) {
            case PROPOSED -> EventTypes.DEGRADATION_RULE_PROPOSED;
            case IN_FORCE -> EventTypes.DEGRADATION_RULE_APPROVED;
            case END_PROPOSED, ENDED -> EventTypes.DEGRADATION_RULE_ENDED;
        };
    }

    private Uni<Void> told(String type, HeldRule held, Actor actor) {
        return outbox.append(
                Event.of(type, held.id.toString(), null, actor.name(), json.valueToTree(RuleView.of(held, json))));
    }
}
