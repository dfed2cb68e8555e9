package org.entente.audit.investigation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.history.HistorySearch;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Moves.Change;
import org.entente.audit.investigation.Moves.Order;
import org.entente.audit.investigation.Moves.Step;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Work on a case: who does it by when, what they note, and what they freeze as evidence. */
@Path("/audit/investigations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investigations")
@APIResponse(responseCode = "200", description = "The case as it is now")
@APIResponse(responseCode = "409", description = "The state of the case does not allow this")
@APIResponse(
        responseCode = "412",
        description = "Someone else changed it first; `state` and `version` are the new ones")
class CaseWorkResource {

    private static final int MOST_AT_ONCE = 500;

    private final Moves moves;
    private final Evidence evidence;
    private final HistorySearch search;
    private final Answers answers;
    private final Caller caller;

    CaseWorkResource(Moves moves, Evidence evidence, HistorySearch search, Answers answers, Caller caller) {
        this.moves = moves;
        this.evidence = evidence;
        this.search = search;
        this.answers = answers;
        this.caller = caller;
    }

    /** Who is to look into it, and until when it is to be decided. */
    @Schema(
            examples =
                    "{\"assignee\": \"6f1e4c1a-8d0b-3b53-9c86-0ad9e1f3f0aa\", \"name\": \"xaa-liaison\", \"due\": \"2026-12-01T12:00:00Z\"}")
    public record Assignment(
            @Nullable String assignee,
            @Nullable String name,
            @Nullable Instant due) {}

    /** What somebody found out. */
    @Schema(examples = "{\"text\": \"The officer of XBB confirms a change of shifts.\"}")
    public record Note(@Nullable String text) {}

    /** Entries of the log, by their indexes or by what a history is filtered by. */
    @Schema(
            examples =
                    "{\"query\": {\"person\": \"6f1e4c1a-8d0b-3b53-9c86-0ad9e1f3f0aa\", \"from\": \"2026-11-23T00:00:00Z\"}, \"reason\": \"All of that day\"}")
    public record Exhibits(
            @Nullable List<Long> entries,
            HistorySearch.@Nullable Filters query,
            @Nullable String reason) {}

    @POST
    @Path("{id}/assignment")
    @Operation(summary = "Assigns the case to an auditor or liaison officer of the home side, with a deadline")
    public Uni<Response> assign(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Assignment body) {
        Mover mover = Movers.requireReader(caller);
        Assignment stated = Texts.body(body);
        Case.Assignee assignee = new Case.Assignee(
                Texts.required(stated.assignee(), "/assignee", Texts.LINE),
                Texts.required(stated.name(), "/name", Texts.LINE));
        Instant due = Texts.date(stated.due(), "/due");
        return make(
                id, new Order(Move.ASSIGN, mover, Person.of(caller), ifMatch), (transaction, next) -> Uni.createFrom()
                        .item(Step.of(
                                next.assignedTo(assignee, due),
                                moves.detail()
                                        .put("assignee", assignee.subject())
                                        .put("name", assignee.name())
                                        .put("due", due.toString()))));
    }

    @POST
    @Path("{id}/notes")
    @Operation(summary = "Notes something (auditor, or who looks into it)")
    public Uni<Response> note(@RestPath UUID id, @Nullable Note body) {
        Mover mover = Movers.requireReader(caller);
        String text = Texts.required(Texts.body(body).text(), "/text", Texts.PAGE);
        return make(id, new Order(Move.NOTE, mover, Person.of(caller), null), (transaction, next) -> Uni.createFrom()
                .item(Step.of(next, moves.detail().put("text", text))));
    }

    @POST
    @Path("{id}/evidence")
    @Operation(
            summary = "Freezes entries of the log as evidence, with their proofs (auditor, or who looks into it)",
            description = "At most 500 at once, the oldest first; what is frozen already is passed over.")
    public Uni<Response> freeze(@RestPath UUID id, @Nullable Exhibits body) {
        Mover mover = Movers.requireReader(caller);
        Exhibits stated = Texts.body(body);
        String reason = Texts.required(stated.reason(), "/reason", Texts.PAGE);
        Person by = Person.of(caller);
        return make(id, new Order(Move.ADD_EVIDENCE, mover, by, null), (transaction, next) -> indexes(
                        transaction, stated)
                .chain(indexes -> evidence.freeze(transaction, id, indexes, by.name()))
                .map(count -> Step.of(next, moves.detail().put("reason", reason).put("entries", count))));
    }

    private Uni<List<Long>> indexes(SqlClient transaction, Exhibits stated) {
        List<Long> entries = stated.entries();
        HistorySearch.Filters query = stated.query();
        if ((entries == null) == (query == null)) {
            throw Problem.badRequest("", "has either entries or a query");
        }
        if (query != null) {
            try {
                return search.indexes(transaction, query, MOST_AT_ONCE);
            } catch (Problem problem) {
                throw problem.beneath("/query");
            }
        }
        if (entries == null || entries.isEmpty() || entries.size() > MOST_AT_ONCE) {
            throw Problem.badRequest("/entries", "has not 1 to " + MOST_AT_ONCE + " indexes");
        }
        return Uni.createFrom().item(entries);
    }

    private Uni<Response> make(UUID id, Order order, Change change) {
        return moves.make(id, order, change).chain(answers::changed);
    }
}
