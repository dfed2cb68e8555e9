package org.entente.audit.investigation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.investigation.Moves.Order;
import org.entente.audit.investigation.Moves.Step;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What is put right after a breach: by whom, by when, and what came of it. */
@Path("/audit/investigations/{id}/remedies")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investigations")
@APIResponse(responseCode = "200", description = "The case as it is now")
@APIResponse(responseCode = "409", description = "The state of the case does not allow this")
class RemediesResource {

    private static final int MOST = 200;
    private static final String INSERT = "insert into remedy (id, investigation, what, owner, due)"
            + " select $1, $2, $3, $4, $5 where (select count(*) from remedy where investigation = $2) < $6";
    private static final String COMPLETE = "update remedy set done = now(), done_by = $3, outcome = $4"
            + " where id = $1 and investigation = $2 and done is null";

    private final Moves moves;
    private final Answers answers;
    private final Caller caller;

    RemediesResource(Moves moves, Answers answers, Caller caller) {
        this.moves = moves;
        this.answers = answers;
        this.caller = caller;
    }

    /** A step. */
    @Schema(
            examples =
                    "{\"what\": \"Train the analysts of the unit again\", \"owner\": \"XBB liaison\", \"due\": \"2027-01-15T12:00:00Z\"}")
    public record Planned(
            @Nullable String what,
            @Nullable String owner,
            @Nullable Instant due) {}

    /** What came of a step. */
    @Schema(examples = "{\"outcome\": \"All twelve attended; list in the file.\"}")
    public record Completed(@Nullable String outcome) {}

    @POST
    @Operation(summary = "Plans a step, with an owner and a date")
    public Uni<Response> plan(@RestPath UUID id, @Nullable Planned body) {
        Order order = order(Move.PLAN_REMEDY);
        Planned stated = Texts.body(body);
        UUID remedy = UUID.randomUUID();
        String what = Texts.required(stated.what(), "/what", Texts.PAGE);
        String owner = Texts.required(stated.owner(), "/owner", Texts.LINE);
        Instant due = Texts.date(stated.due(), "/due");
        return moves.make(id, order, (transaction, next) -> transaction
                        .preparedQuery(INSERT)
                        .execute(Tuple.of(remedy, id, what, owner, due.atOffset(ZoneOffset.UTC), MOST))
                        .map(inserted -> {
                            if (inserted.rowCount() == 0) {
                                throw Problem.unprocessable("", "is more than the " + MOST + " steps of a case");
                            }
                            return Step.of(
                                    next,
                                    moves.detail()
                                            .put("remedy", remedy.toString())
                                            .put("what", what)
                                            .put("owner", owner)
                                            .put("due", due.toString()));
                        }))
                .chain(answers::changed);
    }

    @POST
    @Path("{remedy}/completion")
    @Operation(summary = "Says that a step is done, and what came of it (auditor, or who looks into the case)")
    @APIResponse(responseCode = "404", description = "There is no such step that is not done")
    public Uni<Response> complete(@RestPath UUID id, @RestPath UUID remedy, @Nullable Completed body) {
        Order order = order(Move.COMPLETE_REMEDY);
        String outcome = Texts.required(Texts.body(body).outcome(), "/outcome", Texts.PAGE);
        return moves.make(id, order, (transaction, next) -> transaction
                        .preparedQuery(COMPLETE)
                        .execute(Tuple.of(remedy, id, caller.name(), outcome))
                        .map(updated -> {
                            if (updated.rowCount() == 0) {
                                throw Problem.notFound();
                            }
                            return Step.of(
                                    next,
                                    moves.detail()
                                            .put("remedy", remedy.toString())
                                            .put("outcome", outcome));
                        }))
                .chain(answers::changed);
    }

    private Order order(Move move) {
        return new Order(move, Movers.requireReader(caller), Person.of(caller), null);
    }
}
