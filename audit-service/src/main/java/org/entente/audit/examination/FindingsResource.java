package org.entente.audit.examination;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Findings: raised by the examiner, answered by the home side, tracked until they are closed. */
@Path("/audit/examinations/{id}/findings")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Examinations")
@APIResponse(responseCode = "404", description = "There is none, or none for this caller (now)")
@APIResponse(responseCode = "409", description = "The state of the finding does not allow this")
class FindingsResource {

    private static final int MOST = 500;
    private static final String INSERT = "insert into examination_finding (id, examination, title, state)"
            + " select $1, $2, $3, 'raised' where (select count(*) from examination_finding where examination = $2) < $4";
    private static final String UPDATE = "update examination_finding set state = $2, version = version + 1,"
            + " due = coalesce($3, due), remedied_by = $4 where id = $1";
    private static final String ACT =
            "insert into examination_finding_act (finding, version, subject, name, move, text) values ($1, $2, $3, $4, $5, $6)";

    private final Pool pool;
    private final Examinations examinations;
    private final Looks looks;
    private final ObjectMapper json;
    private final Caller caller;

    FindingsResource(Pool pool, Examinations examinations, Looks looks, ObjectMapper json, Caller caller) {
        this.pool = pool;
        this.examinations = examinations;
        this.looks = looks;
        this.json = json;
        this.caller = caller;
    }

    /** What the examiner found. */
    public record Raised(@Nullable String title, @Nullable String text) {}

    /** What is said with a move; until when it is to be put right, with an answer. */
    public record Said(@Nullable String text, @Nullable Instant due) {}

    @GET
    @Operation(summary = "The findings of an examination, with what was said about each")
    public Uni<Findings> list(@RestPath UUID id) {
        return looks.recorded(
                Looker.of(caller),
                transaction -> examinations.read(transaction, id, caller).chain(() -> Findings.of(transaction, id)),
                shown -> Look.at(
                        "examination",
                        Map.of("examination", id.toString(), "list", "findings"),
                        shown.findings().size()));
    }

    @POST
    @Operation(summary = "Raises a finding (examiner)")
    @APIResponse(responseCode = "201", description = "Raised")
    public Uni<Response> raise(@RestPath UUID id, @Nullable Raised body) {
        String title = Texts.line(body == null ? null : body.title(), "/title");
        String text = Texts.page(body == null ? null : body.text(), "/text");
        UUID finding = UUID.randomUUID();
        return pool.withTransaction(transaction -> examinations
                        .read(transaction, id, caller)
                        .invoke(this::requireExaminer)
                        .chain(() -> transaction.preparedQuery(INSERT).execute(Tuple.of(finding, id, title, MOST)))
                        .invoke(inserted -> {
                            if (inserted.rowCount() == 0) {
                                throw Problem.unprocessable(
                                        "", "is more than the " + MOST + " findings of an examination");
                            }
                        })
                        .chain(() -> noted(transaction, new Noted(id, finding, 1, "raised", text, FindingState.RAISED)))
                        .chain(() -> Findings.of(transaction, id)))
                .map(all -> Response.status(201).entity(all).build());
    }

    @POST
    @Path("{finding}/{move}")
    @Operation(
            summary = "Moves a finding: answer, reopening, acceptance, remedy, closure or withdrawal; needs `If-Match`",
            description = "The `If-Match` is the version of the finding, in quotes.")
    public Uni<Findings> move(
            @RestPath UUID id,
            @RestPath UUID finding,
            @RestPath String move,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Said body) {
        FindingMove wanted = FindingMove.of(move).orElseThrow(Problem::notFound);
        String text = Texts.page(body == null ? null : body.text(), "/text");
        Instant due = body == null || wanted != FindingMove.ANSWER ? null : body.due();
        return pool.withTransaction(transaction -> examinations
                .read(transaction, id, caller)
                .chain(about -> locked(transaction, id, finding).chain(row -> {
                    requireNewest(row, ifMatch);
                    FindingState next = wanted.from(
                            FindingState.of(row.getString("state")), row.getString("remedied_by"), about.mover(caller));
                    Noted noted = new Noted(id, finding, row.getInteger("version") + 1, wanted.wireName(), text, next);
                    return update(transaction, noted, due, remedier(wanted, next, row))
                            .chain(() -> noted(transaction, noted));
                }))
                .chain(() -> Findings.of(transaction, id)));
    }

    /** What was done about a finding. */
    private record Noted(UUID examination, UUID finding, int version, String move, String text, FindingState state) {}

    private void requireExaminer(Examination about) {
        if (!about.mover(caller).isExaminer()) {
            throw Problem.forbidden("Only the examiner raises findings.");
        }
    }

    private @Nullable String remedier(FindingMove move, FindingState next, Row row) {
        if (move == FindingMove.REMEDY) {
            return caller.subject();
        }
        return next == FindingState.CLOSED ? row.getString("remedied_by") : null;
    }

    private static Uni<Row> locked(SqlClient transaction, UUID examination, UUID finding) {
        return transaction
                .preparedQuery("select " + Findings.COLUMNS
                        + " from examination_finding where id = $1 and examination = $2 for update")
                .execute(Tuple.of(finding, examination))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    return rows.iterator().next();
                });
    }

    private static Uni<Void> update(
            SqlClient transaction, Noted noted, @Nullable Instant due, @Nullable String remedier) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addUUID(noted.finding())
                        .addString(noted.state().wireName())
                        .addOffsetDateTime(due == null ? null : due.atOffset(ZoneOffset.UTC))
                        .addString(remedier))
                .replaceWithVoid();
    }

    private Uni<Void> noted(SqlClient transaction, Noted noted) {
        ObjectNode data = json.createObjectNode()
                .put("finding", noted.finding().toString())
                .put("move", noted.move())
                .put("state", noted.state().wireName())
                .put("text", noted.text());
        Event event =
                Event.of(EventTypes.EXAMINATION_CHANGED, noted.examination().toString(), null, caller.actor(), data);
        return transaction
                .preparedQuery(ACT)
                .execute(Tuple.of(
                        noted.finding(), noted.version(), caller.subject(), caller.name(), noted.move(), noted.text()))
                .chain(() -> examinations.announce(transaction, event));
    }

    private static void requireNewest(Row row, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "If-Match", "is needed: what is decided on is a version of the finding.");
        }
        if (!ifMatch.equals("*") && !ifMatch.equals("\"" + row.getInteger("version") + "\"")) {
            throw Problem.preconditionFailed("Someone else changed the finding first.");
        }
    }
}
