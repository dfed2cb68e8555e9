package org.entente.audit.examination;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.examination.Examination.Lot;
import org.entente.audit.examination.Examination.Scope;
import org.entente.audit.examination.Examinations.Order;
import org.entente.audit.log.PublishedLog;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.tlog.Draw;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SignedCheckpoint;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the examiner does: commits to a nonce, draws with it, and says in the end what came of it. */
@Path("/audit/examinations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Examinations")
@APIResponse(responseCode = "404", description = "There is none, or none for this caller (now)")
@APIResponse(responseCode = "409", description = "The state of the examination does not allow this")
class LotResource {

    private final Examinations examinations;
    private final Sampling sampling;
    private final PublishedLog log;
    private final ObjectMapper json;
    private final Caller caller;

    LotResource(Examinations examinations, Sampling sampling, PublishedLog log, ObjectMapper json, Caller caller) {
        this.examinations = examinations;
        this.sampling = sampling;
        this.log = log;
        this.json = json;
        this.caller = caller;
    }

    /** SHA-256 of 32 random bytes that only the examiner knows, base64. */
    @Schema(examples = "{\"commitment\": \"nRlHqm3Z2YvC0tq3zqg3dQ8rZt0nqS4wq0m1m8b8x1c=\"}")
    public record Commitment(@Nullable String commitment) {}

    /** These 32 bytes, base64. */
    @Schema(examples = "{\"nonce\": \"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\"}")
    public record Opening(@Nullable String nonce) {}

    /** What comes of the examination. */
    public record Opinion(@Nullable String opinion) {}

    @POST
    @Path("{id}/commitment")
    @Operation(
            summary = "Commits to a nonce; the checkpoint of this moment is what is examined (examiner)",
            description =
                    "The home side cannot choose the checkpoint by the draw, nor the examiner the nonce by the checkpoint.")
    public Uni<Response> commit(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Commitment body) {
        String commitment = bytes(body == null ? null : body.commitment(), "/commitment");
        return examinations
                .make(id, Order.of(Move.COMMIT, caller, ifMatch), (transaction, next) -> log.head()
                        .map(head -> next.of(within(next.scope(), head), new Lot(commitment, head.toString(), null))))
                .map(done -> ExaminationsResource.response(Response.ok(), done));
    }

    @POST
    @Path("{id}/draw")
    @Operation(
            summary =
                    "Opens the nonce and draws the sample with it; access-service takes the decisions again (examiner)")
    @APIResponse(responseCode = "422", description = "This is not what was committed to")
    public Uni<Response> draw(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Opening body) {
        String nonce = bytes(body == null ? null : body.nonce(), "/nonce");
        return examinations
                .make(id, Order.of(Move.DRAW, caller, ifMatch), (transaction, next) -> drawn(transaction, next, nonce))
                .map(done -> ExaminationsResource.response(Response.ok(), done));
    }

    @POST
    @Path("{id}/conclusion")
    @Operation(summary = "Says what comes of it, and ends the examination (examiner)")
    public Uni<Response> conclude(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable Opinion body) {
        String opinion = Texts.page(body == null ? null : body.opinion(), "/opinion");
        return examinations
                .make(id, Order.of(Move.CONCLUDE, caller, ifMatch), (transaction, next) -> Uni.createFrom()
                        .item(next.judged(opinion)))
                .map(done -> ExaminationsResource.response(Response.ok(), done));
    }

    private Uni<Examination> drawn(SqlClient transaction, Examination next, String nonce) {
        Lot lot = next.lot();
        if (!Draw.commitment(Draw.parse(nonce)).equals(lot.commitment())) {
            throw Problem.unprocessable("/nonce", "is not what was committed to");
        }
        Examination opened = next.of(next.scope(), new Lot(lot.commitment(), lot.checkpoint(), nonce));
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(Objects.requireNonNull(lot.checkpoint()));
        Draw draw = new Draw(
                Draw.parse(nonce),
                checkpoint.checkpoint(),
                next.scope().first(),
                Objects.requireNonNull(next.scope().end()));
        return sampling.sample(transaction, next, draw).chain(sample -> {
            ObjectNode data = json.createObjectNode()
                    .put("examination", next.id().toString())
                    .put("seed", draw.seed());
            sample.forEach(data.putArray("decisions")::add);
            Event event = Event.of(EventTypes.EXAMINATION_DRAWN, next.id().toString(), null, caller.actor(), data);
            return examinations.announce(transaction, event).replaceWith(opened);
        });
    }

    /** What was proposed, as far as it is in the tree. */
    private static Scope within(Scope scope, SignedCheckpoint head) {
        long size = head.checkpoint().size();
        long end = scope.end() == null ? size : Math.min(scope.end(), size);
        if (end <= scope.first()) {
            throw Problem.conflict(null, "The log does not hold what is to be examined yet.");
        }
        return new Scope(scope.first(), end, scope.sample());
    }

    private static String bytes(@Nullable String base64, String field) {
        try {
            Draw.parse(Objects.requireNonNullElse(base64, ""));
        } catch (MalformedException malformed) {
            throw Problem.badRequest(field, "is not the base64 of 32 bytes");
        }
        return Objects.requireNonNull(base64);
    }
}
