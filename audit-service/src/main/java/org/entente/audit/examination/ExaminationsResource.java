package org.entente.audit.examination;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.examination.Examinations.Order;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Examinations are proposed by one auditor of the home side and agreed on by another; then the examiner may come, for a time. */
@Path("/audit/examinations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Examinations", description = "An auditor from outside draws, reads and checks")
@APIResponse(responseCode = "404", description = "There is none, or none for this caller (now)")
@APIResponse(responseCode = "409", description = "The state of the examination does not allow this")
@APIResponse(responseCode = "412", description = "Someone else changed it first")
class ExaminationsResource {

    private static final int LARGEST_SAMPLE = 200;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Examinations examinations;
    private final Looks looks;
    private final Caller caller;

    ExaminationsResource(Examinations examinations, Looks looks, Caller caller) {
        this.examinations = examinations;
        this.looks = looks;
        this.caller = caller;
    }

    /**
     * Who is to examine what, and when.
     *
     * @param first index of the log; 0 if absent
     * @param end first index no more; the newest entry if absent
     */
    @Schema(
            examples =
                    "{\"title\": \"Yearly examination by the court of audit\", \"examiner\": {\"name\": \"xcc-auditor\", \"nation\": \"XCC\"},"
                            + " \"opens\": \"2026-12-01T00:00:00Z\", \"closes\": \"2026-12-15T00:00:00Z\", \"sample\": 50}")
    public record Proposal(
            @Nullable String title,
            Examination.@Nullable Examiner examiner,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Long first,
            @Nullable Long end,
            @Nullable Integer sample) {}

    /** Newest first. */
    public record All(List<Examination> examinations) {}

    @GET
    @Operation(summary = "Examinations: all for auditors of the home side, for the examiner those that are theirs now")
    public Uni<All> list() {
        return looks.recorded(
                Looker.of(caller),
                transaction -> examinations
                        .all(transaction)
                        .map(all -> new All(all.stream()
                                .filter(one -> one.mover(caller).part() != Mover.Part.STRANGER)
                                .toList())),
                shown -> Look.at("examinations", Map.of(), shown.examinations().size()));
    }

    @POST
    @Operation(summary = "Proposes that somebody from outside examines (auditor of the home side)")
    @APIResponse(responseCode = "201", description = "Proposed; the `ETag` is for `If-Match`")
    public Uni<Response> propose(@Nullable Proposal proposal) {
        caller.requireHome(Role.AUDITOR);
        if (proposal == null) {
            throw Problem.badRequest("", "is missing");
        }
        return examinations
                .insert(values(proposal, caller.subject()), caller.actor())
                .map(made -> response(Response.created(URI.create("/audit/examinations/" + made.id())), made));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An examination")
    public Uni<Response> get(@RestPath UUID id) {
        return looks.recorded(
                        Looker.of(caller),
                        transaction -> examinations.read(transaction, id, caller),
                        found -> Look.at("examination", Map.of("examination", id.toString()), 1))
                .map(found -> response(Response.ok(), found));
    }

    @POST
    @Path("{id}/invitation")
    @Operation(summary = "Agrees that the examiner may come (another auditor of the home side); needs `If-Match`")
    @APIResponse(responseCode = "403", description = "The same person cannot do both")
    public Uni<Response> invite(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String subject = caller.subject();
        return examinations
                .make(id, Order.of(Move.INVITE, caller, ifMatch), (transaction, next) -> Uni.createFrom()
                        .item(next.invitedBy(subject)))
                .map(done -> response(Response.ok(), done));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(summary = "Takes an invitation back, at once (auditor of the home side); needs `If-Match`")
    public Uni<Response> withdraw(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return examinations
                .make(id, Order.of(Move.WITHDRAW, caller, ifMatch), (transaction, next) -> Uni.createFrom()
                        .item(next))
                .map(done -> response(Response.ok(), done));
    }

    static Response response(Response.ResponseBuilder builder, Examination about) {
        return builder.header(HttpHeaders.ETAG, about.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(about)
                .build();
    }

    private static Tuple values(Proposal stated, String proposer) {
        if (stated.examiner() == null) {
            throw Problem.badRequest("/examiner", "is missing");
        }
        if (stated.opens() == null) {
            throw Problem.badRequest("/opens", "is missing");
        }
        if (stated.closes() == null
                || !stated.closes().isAfter(stated.opens())
                || stated.closes().isAfter(stated.opens().plus(LONGEST))) {
            throw Problem.badRequest("/closes", "is not up to a year after opens");
        }
        String subject = stated.examiner().subject();
        long first = stated.first() == null ? 0 : stated.first();
        return Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addString(Texts.line(stated.title(), "/title"))
                .addString(subject == null ? null : Texts.line(subject, "/examiner/subject"))
                .addString(Texts.line(stated.examiner().name(), "/examiner/name"))
                .addString(Texts.nation(stated.examiner().nation(), "/examiner/nation"))
                .addOffsetDateTime(stated.opens().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(stated.closes().atOffset(ZoneOffset.UTC))
                .addLong(Texts.number(first, 0, Long.MAX_VALUE - 1, "/first"))
                .addLong(stated.end() == null ? null : Texts.number(stated.end(), first + 1, Long.MAX_VALUE, "/end"))
                .addInteger((int) Texts.number(
                        stated.sample() == null ? LARGEST_SAMPLE / 4 : stated.sample(), 1, LARGEST_SAMPLE, "/sample"))
                .addString(proposer);
    }
}
