package org.entente.crisis.escalation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.input.Field;
import org.entente.crisis.kept.EntityTag;
import org.entente.crisis.kept.Kept;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Opening escalations, acknowledging them, handing them over, calling for more help, and resolving them. */
@Path("/crisis/escalations")
@Authenticated
@Tag(name = "Escalation")
public class EscalationResource {
    private static final int MAX_NOTE = 1_000;

    private final Authority authority;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Escalations escalations;
    private final Pool pool;
    private final ObjectMapper json;

    EscalationResource(
            Authority authority,
            Caller caller,
            Idempotency idempotency,
            Escalations escalations,
            Pool pool,
            ObjectMapper json) {
        this.authority = authority;
        this.caller = caller;
        this.idempotency = idempotency;
        this.escalations = escalations;
        this.pool = pool;
        this.json = json;
    }

    /**
     * What somebody says with a move.
     *
     * @param to whom it is handed over to, by user name; for that move only
     */
    @RegisterForReflection
    record Said(@Nullable String note, @Nullable String to) {
        static final Said NOTHING = new Said(null, null);
    }

    /** Those that are not resolved. */
    @RegisterForReflection
    record Open(List<EscalationView> escalations) {}

    @POST
    @Operation(summary = "Have somebody called")
    public Uni<Response> open(Matter sent) {
        Actor actor = authority.require(Act.OPEN_ESCALATION);
        Matter matter = Matter.checked(sent);
        return pool.withTransaction(
                transaction -> idempotency.once(transaction, matter, () -> open(transaction, matter, actor)));
    }

    private Uni<Created> open(SqlClient transaction, Matter matter, Actor actor) {
        UUID id = UUID.randomUUID();
        return Ladders.newest(transaction, json, matter.ladder())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.unprocessable("/ladder", "is not a ladder"))
                .chain(ladder -> Escalations.now(transaction)
                        .chain(now -> escalations.open(transaction, id, ladder, matter, actor.name(), now)))
                .map(kept -> new Created("/crisis/escalations/" + id, EscalationView.of(kept)));
    }

    @GET
    @Operation(summary = "What is not resolved, for the home side")
    public Uni<Open> list() {
        authority.require(Act.READ_ESCALATION);
        return escalations.unresolved().map(Open::new);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An escalation, for the home side")
    public Uni<Response> read(@PathParam("id") UUID id) {
        authority.require(Act.READ_ESCALATION);
        return escalations.shelf().find(id).map(kept -> EntityTag.answer(kept, EscalationView.of(kept)));
    }

    @POST
    @Path("{id}/acknowledgement")
    @Operation(summary = "Take it in hand: whoever was called")
    public Uni<Response> acknowledge(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, Said sent) {
        String person = caller.name();
        return move(
                id, expected, Move.ACKNOWLEDGE, sent, kept -> Course.acknowledged(kept.document(), person, kept.now()));
    }

    @POST
    @Path("{id}/hand-over")
    @Operation(summary = "Have somebody else of the ladder take it")
    public Uni<Response> handOver(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, Said sent) {
        Field.present("", sent);
        String to = Field.present("/to", sent.to());
        return move(id, expected, Move.HAND_OVER, sent, kept -> {
            Ladder ladder = kept.document().ladder();
            Contact contact = ladder.upTo(ladder.top())
                    .filter(each -> each.person().equals(to))
                    .findFirst()
                    .orElseThrow(() -> Problem.unprocessable("/to", "is nobody of this ladder"));
            return Course.handedOver(kept.document(), contact, kept.now());
        });
    }

    @POST
    @Path("{id}/ascent")
    @Operation(summary = "Call the next level now")
    public Uni<Response> ascend(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, Said sent) {
        return move(id, expected, Move.ASCEND, sent, kept -> {
            if (kept.document().call().level() == kept.document().ladder().top()) {
                throw Problem.conflict(null, "There is no level above.");
            }
            return Course.above(kept.document(), kept.now());
        });
    }

    @POST
    @Path("{id}/resolution")
    @Operation(summary = "Say that it is done")
    public Uni<Response> resolve(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, Said sent) {
        Field.present("", sent);
        Field.text("/note", sent.note(), MAX_NOTE);
        return move(id, expected, Move.RESOLVE, sent, kept -> Course.resolved(kept.document()));
    }

    private Uni<Response> move(
            UUID id,
            @Nullable String expected,
            Move move,
            @Nullable Said sent,
            Function<Kept<Escalation>, Course> course) {
        Actor actor = authority.require(Act.ANSWER_ESCALATION);
        Said said = sent == null ? Said.NOTHING : sent;
        if (said.note() != null) {
            Field.text("/note", said.note(), MAX_NOTE);
        }
        String person = caller.name();
        boolean isAuthority = caller.has(Role.CRISIS_AUTHORITY);
        return escalations
                .shelf()
                .change(
                        id,
                        expected,
                        kept -> {
                            Escalation present = kept.document();
                            move.from(present.state(), present.part(person, isAuthority));
                            return escalations.turn(
                                    kept,
                                    course.apply(kept).noted(kept.now(), actor.name(), said.to(), said.note()),
                                    actor.name());
                        },
                        EscalationView::of)
                .map(kept -> EntityTag.answer(kept, EscalationView.of(kept)));
    }
}
