package org.entente.access.posture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Partner;
import org.entente.access.partner.Posture;
import org.entente.access.revision.Latecomer;
import org.entente.access.revision.Revision;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** A partner's posture with its causes and their history; it falls at once and by one person. */
@Path("/access/partners/{code}/posture")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PostureResource {
    private static final int LONGEST_REASON = 2000;
    private static final int LARGEST_PAGE = 200;

    private final Caller caller;
    private final Epoch epoch;
    private final Postures postures;
    private final Revision revision;
    private final ObjectMapper json;

    PostureResource(Caller caller, Epoch epoch, Postures postures, Revision revision, ObjectMapper json) {
        this.caller = caller;
        this.epoch = epoch;
        this.postures = postures;
        this.revision = revision;
        this.json = json;
    }

    /** A stricter posture, and why. */
    @Schema(examples = "{\"posture\": \"contained\", \"reason\": \"Reported an intrusion into its registry.\"}")
    public record PostureChange(
            @Nullable Posture posture, @Nullable String reason) {}

    /** The posture now, what weighs, and what is known to weigh later. */
    public record Present(String partner, Posture posture, List<Cause> causes, List<Cause> coming) {}

    /** Causes, newest first, those taken away too. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record History(List<Cause> causes, @Nullable String next) {}

    @GET
    @Operation(summary = "A partner's posture and the causes that weigh; for the home side")
    public Uni<Present> present(String code) {
        requireReader();
        return Panache.withSession(() -> read(code));
    }

    private static Uni<Present> read(String code) {
        return Partner.found(code).chain(partner -> Postures.of(partner).chain(causes -> Epoch.now()
                .map(now -> new Present(
                        code,
                        Cause.strictest(causes, now),
                        causes.stream().filter(cause -> cause.isLive(now)).toList(),
                        causes.stream()
                                .filter(cause -> cause.begins.isAfter(now))
                                .toList()))));
    }

    @GET
    @Path("/history")
    @Operation(summary = "All causes there ever were, newest first, with who took them away and why; for the home side")
    public Uni<History> history(
            String code,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        return Panache.withSession(() -> Partner.found(code)
                        .chain(partner -> before(cursor))
                        .chain(before -> Cause.<Cause>find(
                                        "(partner = ?1 or partner is null)"
                                                + " and (recordedAt < ?2 or (recordedAt = ?2 and id < ?3))"
                                                + " order by recordedAt desc, id desc",
                                        code,
                                        before.at,
                                        before.id)
                                .page(0, limit + 1)
                                .list()))
                .map(causes -> new History(
                        causes.stream().limit(limit).toList(),
                        causes.size() > limit ? causes.get(limit - 1).id.toString() : null));
    }

    private record Before(Instant at, UUID id) {}

    private static Uni<Before> before(@Nullable UUID cursor) {
        Before end = new Before(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));
        return cursor == null
                ? Uni.createFrom().item(end)
                : Cause.<Cause>findById(cursor).map(cause -> Optional.ofNullable(cause)
                        .map(found -> new Before(found.recordedAt, found.id))
                        .orElseThrow(() -> Problem.badRequest("cursor", "is not a cursor of this list")));
    }

    @POST
    @Operation(summary = "Lowers a partner's posture, effective before the answer")
    @APIResponse(responseCode = "409", description = "It is not stricter; restoring takes two persons.")
    @APIResponse(responseCode = "412", description = "It has changed meanwhile; member current holds what it is now.")
    @APIResponseSchema(Partner.class)
    public Uni<Response> lower(String code, PostureChange change) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.CRISIS_AUTHORITY);
        Posture posture = Vocabulary.present(Vocabulary.present(change, "").posture(), "/posture");
        String reason = Vocabulary.text(change.reason(), "/reason", LONGEST_REASON);
        Fall fall = Fall.now(code, Cause.Kind.PERSON, null, posture, reason, caller.actor());
        Revision.Expected expected = revision.expected();
        Uni<Response> lowered = Epoch.change(() -> Partner.locked(code)
                        .invoke(partner -> expected.require(partner.tag()))
                        .chain(() -> read(code))
                        .invoke(present -> requireStricter(posture, present.posture()))
                        .chain(() -> postures.fall(fall))
                        .chain(() -> Partner.found(code))
                        .map(partner -> Response.ok(new Lowered(partner, json).document())
                                .header("ETag", partner.tag())
                                .build()))
                .call(epoch::settled);
        return Latecomer.told(
                lowered, () -> Panache.withSession(() -> read(code)).map(json::<JsonNode>valueToTree));
    }

    /** The partner as it is read, with the posture that now holds. */
    private record Lowered(Partner partner, ObjectMapper json) {
        JsonNode document() {
            return json.<ObjectNode>valueToTree(partner).set("posture", json.valueToTree(partner.told()));
        }
    }

    private static void requireStricter(Posture posture, Posture present) {
        if (!posture.isStricterThan(present)) {
            throw Problem.conflict("/posture", "is not stricter than the present one; restoring takes two persons");
        }
    }

    private void requireReader() {
        caller.requireHome(
                Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY, Role.AUDITOR, Role.ORIGINATOR);
    }
}
