package org.entente.audit.investigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Move.Part;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Cases: opened by the monitor or an auditor, read by auditors and by the officer who looks into them. */
@Path("/audit/investigations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investigations", description = "From suspicion to dismissal, or to breach, remedies and closure")
class InvestigationsResource {

    private final Pool pool;
    private final CaseTables cases;
    private final Answers answers;
    private final Looks looks;
    private final InvestigationConfig config;
    private final ObjectMapper json;
    private final Caller caller;

    InvestigationsResource(
            Pool pool,
            CaseTables cases,
            Answers answers,
            Looks looks,
            InvestigationConfig config,
            ObjectMapper json,
            Caller caller) {
        this.pool = pool;
        this.cases = cases;
        this.answers = answers;
        this.looks = looks;
        this.config = config;
        this.json = json;
        this.caller = caller;
    }

    /** A suspicion of a person's. */
    @Schema(
            examples =
                    "{\"title\": \"Report by a partner\", \"partner\": \"XBB\", \"reason\": \"XCC found our text in public.\"}")
    public record Opening(
            @Nullable String title,
            @Nullable String partner,
            @Nullable String person,
            @Nullable String reason) {}

    /** Cases, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<CaseView.Line> investigations, @Nullable String next) {}

    @POST
    @Operation(summary = "Opens a case by hand (home auditor)")
    @APIResponse(responseCode = "201", description = "Opened")
    public Uni<Response> open(@Nullable Opening opening) {
        caller.requireHome(Role.AUDITOR);
        Opening stated = Texts.body(opening);
        Case.About about = new Case.About(
                Texts.required(stated.title(), "/title", Texts.LINE),
                stated.partner() == null ? null : Texts.nation(stated.partner(), "/partner"),
                Texts.optional(stated.person(), "/person", Texts.LINE),
                null,
                false);
        String reason = Texts.required(stated.reason(), "/reason", Texts.PAGE);
        Act act = new Act("opened", Person.of(caller), json.createObjectNode().put("reason", reason));
        Instant due = Instant.now().plus(config.due());
        return pool.withTransaction(transaction -> cases.open(transaction, about, due, act))
                .map(opened -> Answers.response(
                        Response.created(URI.create("/audit/investigations/" + opened.id())),
                        opened,
                        CaseView.Line.of(opened, Instant.now())));
    }

    @GET
    @Operation(
            summary = "Cases, newest first, page by page",
            description = "A home liaison officer sees those assigned to them.")
    public Uni<Page> list(@BeanParam CaseFilters filters) {
        Mover mover = Movers.requireReader(caller);
        CaseFilters.Prepared query = filters.prepared(mover.part() == Part.OFFICER ? mover.subject() : null);
        return looks.recorded(
                Looker.of(caller),
                transaction -> transaction
                        .preparedQuery(query.statement())
                        .execute(query.values())
                        .map(rows -> page(
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> Case.of(row, json))
                                        .toList(),
                                query.limit())),
                page -> Look.at(
                        "investigations",
                        filters.stated(),
                        page.investigations().size()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A case with all that belongs to it; the `ETag` is for `If-Match`")
    @APIResponse(responseCode = "404", description = "There is none, or none for this caller")
    public Uni<Response> get(@RestPath UUID id) {
        Mover mover = Movers.requireReader(caller);
        Uni<Case> found = pool.withTransaction(transaction -> cases.read(transaction, id))
                .invoke(about -> requireTheirs(about, mover));
        return answers.looked(Looker.of(caller), id, found);
    }

    /** An officer sees only what they look into. */
    static void requireTheirs(Case about, Mover mover) {
        Case.Assignee assignee = about.assignee();
        boolean isTheirs = mover.part() == Part.AUDITOR
                || (assignee != null && assignee.subject().equals(mover.subject()));
        if (!isTheirs) {
            throw Problem.notFound();
        }
    }

    private static Page page(List<Case> found, int limit) {
        Instant now = Instant.now();
        List<CaseView.Line> lines = found.stream()
                .limit(limit)
                .map(about -> CaseView.Line.of(about, now))
                .toList();
        return new Page(lines, found.size() > limit ? CaseFilters.cursor(found.get(limit - 1)) : null);
    }
}
