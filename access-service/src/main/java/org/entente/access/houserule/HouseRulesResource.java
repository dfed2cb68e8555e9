package org.entente.access.houserule;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.epoch.Epoch;
import org.entente.access.houserule.HouseRuleSet.Person;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Proposing house rules, approving them by a second person, reading and withdrawing them. */
@Path("/access/house-rules")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HouseRulesResource {
    private static final String EXAMPLE = """
            {"name": "records", "resourceTypes": ["record"],
             "subjects": [{"type": "user", "id": "alice"}, {"type": "user", "id": "bob", "properties": {"role": "admin"}}],
             "resources": [{"type": "record", "id": "record-1", "properties": {"status": "active"}}],
             "actions": [{"name": "read"}, {"name": "write"}],
             "rules": [{"name": "staff-read", "permit": "action.name == 'read' && subject.id in ['alice', 'bob']"},
                       {"name": "admins-write", "permit": "action.name == 'write' && subject.role == 'admin'"}]}""";
    private static final int LONGEST_REASON = 2000;
    private static final int LARGEST_PAGE = 100;

    private final Caller caller;
    private final HouseRuleStore store;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Contested contested;

    HouseRulesResource(
            Caller caller,
            HouseRuleStore store,
            Epoch epoch,
            Outbox outbox,
            Idempotency idempotency,
            Contested contested) {
        this.caller = caller;
        this.store = store;
        this.epoch = epoch;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.contested = contested;
    }

    /** Why rules are withdrawn. */
    @Schema(examples = "{\"reason\": \"The archive has moved.\"}")
    public record Withdrawal(@Nullable String reason) {}

    /** The newest version of each set. */
    public record Lines(
            List<HouseRulesView.Line> sets, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Proposes a version of house rules",
            description =
                    "In force once a different policy administrator approves exactly this version. Rules are CEL over"
                            + " subject, action, resource and context; what none permits is denied. The entities are what"
                            + " searches find, and supply properties that a request does not state: what it states counts.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "records", value = EXAMPLE)))
    public Uni<Response> propose(HouseRules proposal) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        HouseRules rules = HouseRulesCheck.checked(proposal);
        Person person = person();
        String actor = caller.actor();
        return idempotency
                .once(rules, () -> store.newest(rules.name()).chain(newest -> {
                    HouseRuleSet set = HouseRuleSet.proposed(rules, newest + 1, person, now());
                    return set.persist()
                            .chain(() -> outbox.append(
                                    Announcement.of(set, null).event(EventTypes.HOUSE_RULES_PROPOSED, actor)))
                            .replaceWith(() -> new Created(location(set), HouseRulesView.of(set)));
                }))
                .onFailure(ConstraintViolationException.class)
                .transform(fault -> Problem.conflict(null, "Someone else proposed a version at the same time."));
    }

    @GET
    @Operation(summary = "The newest version of each set of house rules")
    public Uni<Lines> list(
            @QueryParam("cursor") @DefaultValue("") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        return Panache.withSession(() -> store.newestAfter(cursor, limit + 1)).map(sets -> {
            List<HouseRulesView.Line> lines =
                    sets.stream().limit(limit).map(HouseRulesView.Line::of).toList();
            return new Lines(lines, sets.size() > limit ? lines.get(limit - 1).name() : null);
        });
    }

    @GET
    @Path("/{name}/versions/{version}")
    @Operation(summary = "A version of house rules")
    @APIResponseSchema(HouseRulesView.class)
    public Uni<Response> get(String name, int version) {
        requireReader();
        return Panache.withSession(() -> store.found(name, version))
                .map(set -> Contested.tagged(set.version(), HouseRulesView.of(set)));
    }

    @POST
    @Path("/{name}/versions/{version}/approval")
    @Operation(
            summary = "Approves a version, by another administrator than the one who proposed it",
            description =
                    "In force at once in place of the version before; 403 for the proposer, 409 if the version is not"
                            + " open, a newer one is in force, or another set governs one of the types.")
    @APIResponseSchema(HouseRulesView.class)
    public Uni<Response> approve(String name, int version) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        Person person = person();
        String actor = caller.actor();
        return contested
                .change(
                        () -> store.found(name, version),
                        set -> superseded(set, person)
                                .invoke(() -> set.approve(person, now()))
                                .chain(epoch::advance)
                                .onFailure(ConstraintViolationException.class)
                                .transform(fault ->
                                        Problem.conflict(null, "Another version came into force at the same time."))
                                .chain(() -> store.requireFree(set.rules()))
                                .chain(() -> outbox.append(
                                        Announcement.of(set, null).event(EventTypes.HOUSE_RULES_APPROVED, actor))),
                        HouseRulesView::of)
                .call(epoch::settled);
    }

    /** The version in force before gives way, and is written first, since only one of a name can be in force. */
    private Uni<Void> superseded(HouseRuleSet by, Person person) {
        return store.inForce(by.name).chain(before -> {
            if (before == null || before == by) {
                return Uni.createFrom().voidItem();
            }
            if (before.version > by.version) {
                throw Problem.conflict(null, "A newer version is in force.");
            }
            before.supersede(person);
            return Panache.getSession().chain(session -> session.flush());
        });
    }

    @POST
    @Path("/{name}/versions/{version}/withdrawal")
    @Operation(summary = "Withdraws a version, effective before the answer; what it permitted is denied")
    @APIResponseSchema(HouseRulesView.class)
    public Uni<Response> withdraw(String name, int version, Withdrawal withdrawal) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        String reason = Vocabulary.text(Vocabulary.present(withdrawal, "").reason(), "/reason", LONGEST_REASON);
        Person person = person();
        String actor = caller.actor();
        return contested
                .change(
                        () -> store.found(name, version),
                        set -> {
                            set.withdraw(person);
                            return epoch.advance()
                                    .chain(() -> outbox.append(Announcement.of(set, reason)
                                            .event(EventTypes.HOUSE_RULES_WITHDRAWN, actor)));
                        },
                        HouseRulesView::of)
                .call(epoch::settled);
    }

    private void requireReader() {
        caller.requireHome(Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
    }

    private Person person() {
        return new Person(caller.subject(), caller.name());
    }

    /** The database keeps microseconds; what is answered now must be what is read later. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static String location(HouseRuleSet set) {
        return "/access/house-rules/" + set.name + "/versions/" + set.version;
    }
}
