package org.entente.audit.transparency;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.audit.transparency.Drafting.Order;
import org.entente.audit.transparency.Move.Mover;
import org.entente.audit.transparency.Move.Part;
import org.entente.audit.transparency.Report.Drafter;
import org.entente.audit.transparency.Reports.Text;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Reports in the making, for home auditors: one drafts, another publishes. */
@Path("/audit/transparency/reports")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transparency", description = "What the public is told, under differential privacy")
@APIResponse(responseCode = "403", description = "Only for auditors of the home side; two of them to publish")
class ReportsResource {

    private static final int LONGEST = 20_000;

    private final Pool pool;
    private final Reports reports;
    private final Drafting drafting;
    private final Looks looks;
    private final Caller caller;

    ReportsResource(Pool pool, Reports reports, Drafting drafting, Looks looks, Caller caller) {
        this.pool = pool;
        this.reports = reports;
        this.drafting = drafting;
        this.looks = looks;
        this.caller = caller;
    }

    /** Which period is to be reported about, and what stands before its figures. */
    @Schema(examples = "{\"period\": \"2026-Q3\", \"foreword\": \"Two new partners began to share in this quarter.\"}")
    public record Draft(@Nullable Period period, @Nullable String foreword) {}

    /** What was wrong, and whether it is to be counted (and paid for) again. */
    @Schema(examples = "{\"reason\": \"Events of August came in late.\", \"recount\": true}")
    public record Correction(
            @Nullable String reason,
            @Nullable Boolean recount,
            @Nullable String foreword) {}

    /** What stands before the figures. */
    public record Foreword(@Nullable String foreword) {}

    /** All versions of all reports, newest periods first. */
    public record All(List<Report> reports, List<Figures.Budget> budgets) {}

    @GET
    @Operation(summary = "All versions, also those that are not public, and what is left of the budgets")
    public Uni<All> list() {
        caller.requireHome(Role.AUDITOR);
        return looks.recorded(
                Looker.of(caller),
                database -> reports.all(database)
                        .chain(all -> reports.budgets(database).map(budgets -> new All(all, budgets))),
                all -> Look.at("transparency-reports", Map.of(), all.reports().size()));
    }

    @POST
    @Operation(
            summary = "Draws the figures of a period that is over, and drafts its report",
            description = "Whoever asks again gets the same draft: the noise is drawn, and paid for, once.")
    @APIResponse(responseCode = "201", description = "Drafted; the `ETag` is for `If-Match`")
    @APIResponse(responseCode = "200", description = "There was a draft already: this one")
    @APIResponse(responseCode = "409", description = "The budget of the year is spent, or the report is published")
    public Uni<Response> draft(@Nullable Draft draft) {
        caller.requireHome(Role.AUDITOR);
        if (draft == null || draft.period() == null) {
            throw Problem.badRequest("/period", "is missing");
        }
        if (!draft.period().isOver()) {
            throw Problem.unprocessable("/period", "is not over");
        }
        return drafting.first(order(draft.period(), foreword(draft.foreword()), null))
                .map(drafted -> response(drafted.isNew() ? 201 : 200, drafted.report()));
    }

    @POST
    @Path("{period}/corrections")
    @Operation(summary = "Drafts a new version of a published report; the old one stays")
    @APIResponse(responseCode = "201", description = "Drafted")
    public Uni<Response> correct(@RestPath String period, @Nullable Correction body) {
        caller.requireHome(Role.AUDITOR);
        if (body == null
                || body.reason() == null
                || body.reason().isBlank()
                || body.reason().length() > LONGEST) {
            throw Problem.badRequest("/reason", "is not a text of 1 to " + LONGEST + " characters");
        }
        Order order =
                order(about(period), foreword(body.foreword()), body.reason().strip());
        return drafting.correction(order, Boolean.TRUE.equals(body.recount()))
                .map(drafted -> response(201, drafted.report()));
    }

    @POST
    @Path("{period}/foreword")
    @Operation(summary = "Writes anew what stands before the figures; who does has drafted the version")
    public Uni<Response> rewrite(
            @RestPath String period,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Foreword body) {
        String foreword = foreword(body == null ? null : body.foreword());
        return move(period, Move.REWRITE, ifMatch, foreword);
    }

    @POST
    @Path("{period}/publication")
    @Operation(summary = "Publishes what another auditor drafted, for everybody and for ever; needs `If-Match`")
    public Uni<Response> publish(@RestPath String period, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return move(period, Move.PUBLISH, ifMatch, null);
    }

    @POST
    @Path("{period}/discarding")
    @Operation(summary = "Discards a draft; what it cost stays spent, and a next draft has the same figures")
    public Uni<Response> discard(@RestPath String period, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return move(period, Move.DISCARD, ifMatch, null);
    }

    private Uni<Response> move(String text, Move move, @Nullable String ifMatch, @Nullable String foreword) {
        caller.requireHome(Role.AUDITOR);
        Mover mover = new Mover(caller.subject(), Part.AUDITOR);
        Drafter by = new Drafter(caller.subject(), caller.name());
        String actor = caller.actor();
        Period period = about(text);
        return pool.withTransaction(transaction -> reports.lock(transaction)
                        .chain(() -> reports.of(transaction, period))
                        .map(versions -> newest(versions, ifMatch))
                        .map(found -> {
                            State next =
                                    move.from(found.state(), found.draftedBy().subject(), mover);
                            return found.in(
                                    next,
                                    foreword == null ? found.foreword() : foreword,
                                    move == Move.REWRITE ? by : found.draftedBy());
                        })
                        .chain(changed -> reports.update(
                                transaction, changed, move == Move.PUBLISH ? Optional.of(by) : Optional.empty()))
                        .call(changed -> reports.announce(transaction, changed, move.wireName(), 0, actor)))
                .map(changed -> response(200, changed));
    }

    private static Report newest(List<Report> versions, @Nullable String ifMatch) {
        if (versions.isEmpty()) {
            throw Problem.notFound();
        }
        Report newest = versions.get(versions.size() - 1);
        if (ifMatch == null) {
            throw Problem.of(428, "If-Match", "is needed: what is decided on is a version of the report.");
        }
        if (!ifMatch.equals(newest.tag()) && !ifMatch.equals("*")) {
            throw Problem.preconditionFailed("Someone else changed the report first.");
        }
        return newest;
    }

    private Order order(Period period, String foreword, @Nullable String reason) {
        return new Order(
                period, new Text(foreword, reason), new Drafter(caller.subject(), caller.name()), caller.actor());
    }

    private static String foreword(@Nullable String foreword) {
        String text = Objects.requireNonNullElse(foreword, "");
        if (text.length() > LONGEST) {
            throw Problem.badRequest("/foreword", "has more than " + LONGEST + " characters");
        }
        return text.strip();
    }

    private static Period about(String period) {
        return Period.read(period).orElseThrow(Problem::notFound);
    }

    private static Response response(int status, Report report) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, report.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(report)
                .build();
    }
}
