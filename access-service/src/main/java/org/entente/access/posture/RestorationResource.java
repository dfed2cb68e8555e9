package org.entente.access.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Partner;
import org.entente.access.posture.Restoration.Person;
import org.entente.access.revision.Latecomer;
import org.entente.access.revision.Revision;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Restoring a posture, by two persons (G9): one proposes which causes weigh no more, another approves. */
@Path("/access/partners/{code}/restorations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RestorationResource {
    private static final int LONGEST_REASON = 2000;
    private static final int MOST_CAUSES = 100;

    private final Caller caller;
    private final Postures postures;
    private final Revision revision;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    RestorationResource(
            Caller caller,
            Postures postures,
            Revision revision,
            Outbox outbox,
            Idempotency idempotency,
            ObjectMapper json) {
        this.caller = caller;
        this.postures = postures;
        this.revision = revision;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** Which causes are to be taken away, and why. */
    @Schema(examples = """
        {"causes": ["0c4b0a5e-3d53-4a5c-8d55-1e2b1f0b7d44"], "reason": "Rebuilt from clean media; checked on site."}\
        """)
    public record Asked(
            @Nullable List<@Nullable UUID> causes, @Nullable String reason) {}

    @POST
    @Operation(summary = "Proposes to take causes away; another person has to approve")
    public Uni<Response> propose(String code, Asked asked) {
        requireRestorer();
        List<UUID> causes = causes(Vocabulary.present(asked, "").causes());
        String reason = Vocabulary.text(asked.reason(), "/reason", LONGEST_REASON);
        Person person = person();
        return idempotency.once(new Asked(List.copyOf(causes), reason), () -> Partner.found(code)
                .chain(Postures::of)
                .invoke(live -> requireAmong(causes, live, code))
                .chain(Epoch::now)
                .chain(now -> create(Restoration.proposed(code, causes, reason, person, now), person, now)));
    }

    private static void requireAmong(List<UUID> causes, List<Cause> live, String code) {
        for (int index = 0; index < causes.size(); index++) {
            UUID id = causes.get(index);
            boolean isItsOwn = live.stream().anyMatch(cause -> cause.id.equals(id) && code.equals(cause.partner));
            if (!isItsOwn) {
                throw Problem.unprocessable(
                        "/causes/" + index, "is not a cause of this partner's own that still weighs");
            }
        }
    }

    private Uni<Created> create(Restoration restoration, Person person, Instant now) {
        RestorationView view = RestorationView.of(restoration, now);
        return restoration
                .persist()
                .chain(() -> outbox.append(event(EventTypes.RESTORATION_PROPOSED, restoration, person, now)))
                .replaceWith(new Created(
                        "/access/partners/" + restoration.partner + "/restorations/" + restoration.id, view));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A restoration; for the home side")
    @APIResponseSchema(RestorationView.class)
    public Uni<Response> get(String code, UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.CRISIS_AUTHORITY, Role.AUDITOR, Role.POLICY_ADMINISTRATOR);
        return Panache.withSession(() -> found(code, id).map(RestorationResource::answer));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Approves, by another person than the one who proposed it; the causes weigh no more")
    @APIResponse(responseCode = "403", description = "The same person proposed it.")
    @APIResponse(responseCode = "412", description = "It has changed meanwhile; member current holds what it is now.")
    @APIResponseSchema(RestorationView.class)
    public Uni<Response> approve(String code, UUID id) {
        return move(code, id, RestorationMove.APPROVE, EventTypes.RESTORATION_APPROVED);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraws it, or refuses it; the causes stay")
    @APIResponseSchema(RestorationView.class)
    public Uni<Response> withdraw(String code, UUID id) {
        return move(code, id, RestorationMove.WITHDRAW, EventTypes.RESTORATION_WITHDRAWN);
    }

    private Uni<Response> move(String code, UUID id, RestorationMove move, String type) {
        requireRestorer();
        Person person = person();
        Revision.Expected expected = revision.expected();
        Uni<Response> changed = Epoch.change(
                () -> Partner.locked(code).chain(() -> found(code, id)).chain(restoration -> Epoch.now()
                        .chain(now -> {
                            expected.require(restoration.tag());
                            restoration.move(move, person, now);
                            return effect(move, restoration, person)
                                    .chain(() -> outbox.append(event(type, restoration, person, now)))
                                    .replaceWith(() -> answer(restoration));
                        })));
        return Latecomer.told(changed, () -> present(code, id));
    }

    private Uni<Void> effect(RestorationMove move, Restoration restoration, Person person) {
        return switch (move) {
            case APPROVE ->
                Cause.<Cause>list("id in ?1", Set.copyOf(restoration.causes()))
                        .chain(causes -> postures.lift(
                                causes,
                                restoration.partner,
                                new Lifting(
                                        restoration.proposer + ", " + person.name(),
                                        restoration.reason,
                                        person.actor())));
            case WITHDRAW -> Panache.getSession().chain(session -> session.flush());
        };
    }

    private Uni<JsonNode> present(String code, UUID id) {
        return Panache.withSession(() -> found(code, id))
                .map(restoration -> json.valueToTree(RestorationView.of(restoration, Instant.now())));
    }

    private static Response answer(Restoration restoration) {
        return Response.ok(RestorationView.of(restoration, Instant.now()))
                .header("ETag", restoration.tag())
                .build();
    }

    private static Uni<Restoration> found(String code, UUID id) {
        return Restoration.<Restoration>findById(id).map(restoration -> {
            if (restoration == null || !restoration.partner.equals(code)) {
                throw Problem.notFound();
            }
            return restoration;
        });
    }

    private Event event(String type, Restoration restoration, Person person, Instant now) {
        return Event.of(
                type,
                restoration.partner,
                null,
                person.actor(),
                json.valueToTree(RestorationView.of(restoration, now)));
    }

    private static List<UUID> causes(@Nullable List<@Nullable UUID> stated) {
        List<@Nullable UUID> causes = Vocabulary.present(stated, "/causes");
        if (causes.isEmpty() || causes.size() > MOST_CAUSES) {
            throw Problem.badRequest("/causes", "must have 1 to " + MOST_CAUSES + " entries");
        }
        return List.copyOf(new LinkedHashSet<>(causes));
    }

    private void requireRestorer() {
        caller.requireHome(Role.LIAISON_OFFICER, Role.CRISIS_AUTHORITY);
    }

    private Person person() {
        return new Person(caller.subject(), caller.name(), caller.actor());
    }
}
