package org.entente.access.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.epoch.Epoch;
import org.entente.access.grant.Grant;
import org.entente.access.grant.Grants;
import org.entente.access.grant.Narrower;
import org.entente.access.review.Line.Decision;
import org.entente.access.review.Line.Reviewer;
import org.entente.access.revision.Latecomer;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Deciding about grants under review: one by one or many at once, and again as long as the campaign is open. */
@Path("/access/reviews/{id}/decisions")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
    private static final int LONGEST_REASON = 2000;
    private static final int MOST_AT_ONCE = 500;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Outbox outbox;
    private final Contested contested;
    private final ObjectMapper json;

    DecisionsResource(Caller caller, Vocabulary vocabulary, Outbox outbox, Contested contested, ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.outbox = outbox;
        this.contested = contested;
        this.json = json;
    }

    /**
     * What is to become of a grant.
     *
     * @param to what to narrow it to
     * @param next when it is to be reviewed again, if it is not revoked
     */
    @Schema(examples = "{\"verdict\": \"narrow\", \"to\": {\"tier\": 1}, \"reason\": \"Nothing deeper was used.\"}")
    public record Stated(
            @Nullable Verdict verdict,
            @Nullable Narrower to,
            @Nullable Instant next,
            @Nullable String reason) {}

    /** The same for several grants. */
    @Schema(examples = """
                {"grants": ["5f0c9a4e-6a53-4c7c-9a55-6e2b1f0b7d11"], "decision": {"verdict": "keep", "reason": "In use."}}""")
    public record Bulk(
            @Nullable List<UUID> grants, @Nullable Stated decision) {}

    /** A line and what was decided about it. */
    @RegisterForReflection
    record Decided(UUID grant, long version, Line line) {
        private static Decided of(ReviewLine line) {
            return new Decided(line.grantId, line.version(), line.line());
        }
    }

    /** Those that were decided. */
    @RegisterForReflection
    record AllDecided(List<Decided> lines) {}

    @PUT
    @Path("/{grant}")
    @Operation(
            summary = "Decides about a grant, or decides again; by a liaison officer whose own it is not",
            description = "Nothing happens to the grant before the campaign is closed.")
    public Uni<Response> decide(UUID id, UUID grant, Stated stated) {
        Draft draft = checked(stated, "");
        String actor = caller.actor();
        return contested.change(
                () -> line(id, grant),
                line -> open(id).chain(() -> decide(line, draft)).chain(event -> outbox.append(event(event, actor))),
                Decided::of);
    }

    @POST
    @Operation(summary = "Decides the same about several grants, about all of them or none")
    public Uni<AllDecided> decide(UUID id, Bulk bulk) {
        Bulk stated = Vocabulary.present(bulk, "");
        Draft draft = checked(stated.decision(), "/decision");
        List<UUID> grants = Vocabulary.present(stated.grants(), "/grants");
        if (grants.isEmpty() || grants.size() > MOST_AT_ONCE) {
            throw Problem.badRequest("/grants", "must have 1 to " + MOST_AT_ONCE + " entries");
        }
        String actor = caller.actor();
        Uni<AllDecided> decided = Epoch.change(() -> open(id).chain(() ->
                lines(id, grants, line -> decide(line, draft).chain(done -> outbox.append(event(done, actor))))));
        return Latecomer.told(decided, () -> Panache.withSession(
                        () -> lines(id, grants, line -> Uni.createFrom().voidItem()))
                .map(json::<JsonNode>valueToTree));
    }

    /** Each of several lines, with what is done to it. */
    private static Uni<AllDecided> lines(UUID campaign, List<UUID> grants, Function<ReviewLine, Uni<?>> act) {
        return Multi.createFrom()
                .iterable(new LinkedHashSet<>(grants))
                .onItem()
                .transformToUniAndConcatenate(grant -> line(campaign, grant).call(act::apply))
                .collect()
                .asList()
                .call(() -> Panache.getSession().chain(session -> session.flush()))
                .map(lines -> new AllDecided(lines.stream().map(Decided::of).toList()));
    }

    private record Draft(
            Verdict verdict,
            @Nullable Narrower to,
            @Nullable Instant next,
            String reason,
            Reviewer by) {}

    private Draft checked(@Nullable Stated decision, String pointer) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Stated stated = Vocabulary.present(decision, pointer);
        Verdict verdict = Vocabulary.present(stated.verdict(), pointer + "/verdict");
        if ((verdict == Verdict.NARROW) != (stated.to() != null)) {
            throw Problem.badRequest(pointer + "/to", "is stated to narrow a grant, and only then");
        }
        String reason = Vocabulary.text(stated.reason(), pointer + "/reason", LONGEST_REASON);
        return new Draft(verdict, stated.to(), stated.next(), reason, new Reviewer(caller.subject(), caller.name()));
    }

    /** The line decided, of the grant as it is now; what it is narrowed to has to make sense at once. */
    private Uni<ReviewLine> decide(ReviewLine line, Draft draft) {
        return DatabaseTime.now().chain(now -> Grants.found(line.grantId).map(grant -> {
            requireMeant(draft, grant, now);
            Decision decision =
                    new Decision(draft.verdict(), draft.to(), draft.next(), draft.reason(), draft.by(), now);
            line.become(line.line().decided(decision, grant.terms(), grant.version()));
            return line;
        }));
    }

    private void requireMeant(Draft draft, Grant grant, Instant now) {
        if (draft.to() != null) {
            draft.to().of(grant.terms(), vocabulary);
        }
        if (draft.next() != null && !draft.next().isAfter(now)) {
            throw Problem.unprocessable("/next", "is over already");
        }
    }

    private static Uni<Campaign> open(UUID id) {
        return ReviewResource.found(id).invoke(Campaign::requireOpen);
    }

    private static Uni<ReviewLine> line(UUID campaign, UUID grant) {
        return ReviewLine.<ReviewLine>find("campaign = ?1 and grantId = ?2", campaign, grant)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    private Event event(ReviewLine line, String actor) {
        return Event.of(
                EventTypes.REVIEW_DECIDED,
                line.campaign.toString(),
                null,
                actor,
                json.valueToTree(new Told(line.grantId, line.line().decision())));
    }

    /** What the log learns of a decision. */
    @RegisterForReflection
    record Told(UUID grant, @Nullable Decision decision) {}
}
