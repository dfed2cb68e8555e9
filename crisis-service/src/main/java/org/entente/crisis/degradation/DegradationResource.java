package org.entente.crisis.degradation;

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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.input.Field;
import org.entente.crisis.time.DatabaseTime;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Narrowing what is shared by hand, widening it again by two persons, and telling partners what changed and what stays. */
@Path("/crisis/degradations")
@Authenticated
@Tag(name = "Degradation")
class DegradationResource {
    private static final int MAX_REASON = 1_000;
    private static final int MOST = 500;

    private final Authority authority;
    private final Idempotency idempotency;
    private final DatabaseTime time;
    private final Announcement announcement;
    private final ObjectMapper json;

    DegradationResource(
            Authority authority,
            Idempotency idempotency,
            DatabaseTime time,
            Announcement announcement,
            ObjectMapper json) {
        this.authority = authority;
        this.idempotency = idempotency;
        this.time = time;
        this.announcement = announcement;
        this.json = json;
    }

    /** @param partner whom it concerns; absent for all */
    @RegisterForReflection
    record Narrowing(
            @Schema(examples = "XBB") @Nullable String partner,
            @Nullable Step step,

            @Schema(examples = "Their network is under attack") @Nullable String reason) {}

    /** Why it is to be over. */
    @RegisterForReflection
    record Reversal(
            @Schema(examples = "Checked on site") @Nullable String reason) {}

    /** A published step. */
    @RegisterForReflection
    record Published(Step step, String posture, String changes, String stays) {}

    @GET
    @Path("steps")
    @Operation(
            summary = "The steps in which sharing narrows, the widest first: what each takes away and what it leaves")
    public List<Published> steps() {
        authority.require(Act.READ_NARROWING);
        return Arrays.stream(Step.values())
                .map(step -> new Published(step, step.posture(), step.changes(), step.stays()))
                .toList();
    }

    @POST
    @Operation(summary = "Narrow what is shared with a partner, or with all, at once and by one person")
    public Uni<Response> narrow(Narrowing sent) {
        Actor actor = authority.require(Act.NARROW);
        Narrowing narrowing = Field.present("", sent);
        Step step = Field.present("/step", narrowing.step());
        Field.text("/reason", narrowing.reason(), MAX_REASON);
        String reason = Field.present("/reason", narrowing.reason());
        partner("/partner", narrowing.partner());
        return idempotency.once(narrowing, () -> time.now()
                .map(now -> Degradation.byHand(narrowing.partner(), step, reason, actor, now))
                .call(degradation -> degradation.persist())
                .call(announcement::started)
                .map(degradation -> new Created(
                        "/crisis/degradations/" + degradation.id, DegradationView.ofHome(degradation, json))));
    }

    @GET
    @WithSession
    @Operation(summary = "What is narrowed and was, the newest first; a partner sees what concerns it")
    public Uni<List<DegradationView>> all() {
        Actor actor = authority.require(Act.READ_NARROWING);
        return Degradation.<Degradation>find("order by startedAt desc, id")
                .page(0, MOST)
                .list()
                .map(found -> found.stream()
                        .filter(degradation -> actor.isHome() || degradation.concerns(actor.nation()))
                        .map(degradation -> view(degradation, actor))
                        .toList());
    }

    @GET
    @Path("{id}")
    @WithSession
    @Operation(summary = "A degradation, for the home side and whom it concerns")
    public Uni<DegradationView> read(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.READ_NARROWING);
        return found(id).map(degradation -> {
            if (!actor.isHome() && !degradation.concerns(actor.nation())) {
                throw Problem.notFound();
            }
            return view(degradation, actor);
        });
    }

    @POST
    @Path("{id}/reversal")
    @WithTransaction
    @Operation(summary = "Propose that it is over; another person has to approve")
    public Uni<DegradationView> propose(@PathParam("id") UUID id, Reversal sent) {
        String reason = Field.present("", sent).reason();
        Field.text("/reason", reason, MAX_REASON);
        return move(id, DegradationMove.PROPOSE_REVERSAL, reason);
    }

    @POST
    @Path("{id}/reversal/approval")
    @WithTransaction
    @Operation(summary = "Approve, by another person than the one who proposed it; what was agreed is shared again")
    public Uni<DegradationView> approve(@PathParam("id") UUID id) {
        return move(id, DegradationMove.APPROVE_REVERSAL, null);
    }

    @POST
    @Path("{id}/reversal/withdrawal")
    @WithTransaction
    @Operation(summary = "Let it stay: take the proposal back, or refuse it")
    public Uni<DegradationView> keep(@PathParam("id") UUID id) {
        return move(id, DegradationMove.KEEP, null);
    }

    private Uni<DegradationView> move(UUID id, DegradationMove move, @Nullable String reason) {
        Actor actor = authority.require(Act.REVERSE_NARROWING);
        return found(id)
                .call(degradation -> time.now().invoke(now -> degradation.move(move, actor, reason, now)))
                .call(degradation -> move == DegradationMove.APPROVE_REVERSAL
                        ? announcement.reversed(degradation)
                        : announcement.proposed(degradation, actor.name()))
                .map(degradation -> DegradationView.ofHome(degradation, json));
    }

    private DegradationView view(Degradation degradation, Actor actor) {
        return actor.isHome()
                ? DegradationView.ofHome(degradation, json)
                : DegradationView.ofPartner(degradation, json);
    }

    private static Uni<Degradation> found(UUID id) {
        return Degradation.<Degradation>findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    static void partner(String pointer, @Nullable String code) {
        if (code != null && !code.matches("[A-Z0-9-]{3,32}")) {
            throw Problem.badRequest(pointer, "is not the code of a partner");
        }
    }
}
