package org.entente.audit.investigation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.investigation.CaseTables.Announcement;
import org.entente.audit.investigation.Moves.Order;
import org.entente.audit.investigation.Moves.Step;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The public statement about a breach: drafted by one auditor, published by another. */
@Path("/audit/investigations/{id}/statement")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investigations")
class StatementResource {

    private static final String DRAFT = "insert into statement (investigation, text, drafted_by) values ($1, $2, $3)"
            + " on conflict (investigation) do update set text = excluded.text, drafted = now(),"
            + " drafted_by = excluded.drafted_by where statement.published is null";
    private static final String PUBLISH = "update statement set published = now(), published_by = $2"
            + " where investigation = $1 and published is null returning text";

    private final Moves moves;
    private final CaseTables cases;
    private final Answers answers;
    private final Caller caller;

    StatementResource(Moves moves, CaseTables cases, Answers answers, Caller caller) {
        this.moves = moves;
        this.cases = cases;
        this.answers = answers;
        this.caller = caller;
    }

    /** What the public is to be told. */
    @Schema(examples = "{\"text\": \"Information shared with an ally was passed on; access has been withdrawn.\"}")
    public record Draft(@Nullable String text) {}

    @POST
    @Operation(summary = "Drafts the statement, or drafts it anew (auditor)")
    public Uni<Response> draft(@RestPath UUID id, @Nullable Draft body) {
        Order order = new Order(Move.DRAFT_STATEMENT, Movers.requireReader(caller), Person.of(caller), null);
        String text = Texts.required(Texts.body(body).text(), "/text", Texts.PAGE);
        return moves.make(id, order, (transaction, next) -> transaction
                        .preparedQuery(DRAFT)
                        .execute(Tuple.of(id, text, order.by().subject()))
                        .map(drafted -> {
                            if (drafted.rowCount() == 0) {
                                throw Problem.conflict(null, "The statement is published.");
                            }
                            return Step.of(next, moves.detail().put("text", text));
                        }))
                .chain(answers::changed);
    }

    @POST
    @Path("publication")
    @Operation(summary = "Publishes the statement that another auditor drafted; needs `If-Match`")
    @APIResponse(responseCode = "403", description = "The same person cannot do both")
    public Uni<Response> publish(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Order order = new Order(Move.PUBLISH_STATEMENT, Movers.requireReader(caller), Person.of(caller), ifMatch);
        return moves.make(id, order, (transaction, next) -> transaction
                        .preparedQuery(PUBLISH)
                        .execute(Tuple.of(id, order.by().subject()))
                        .map(rows -> published(next, rows.iterator().next().getString("text"), order.by())))
                .chain(answers::changed);
    }

    private Step published(Case next, String text, Person by) {
        Event event = cases.event(
                EventTypes.STATEMENT_PUBLISHED,
                next,
                new Announcement(
                        next.id().toString(), null, by.actor(), moves.detail().put("text", text)));
        return new Step(next, moves.detail().put("text", text), List.of(event));
    }
}
