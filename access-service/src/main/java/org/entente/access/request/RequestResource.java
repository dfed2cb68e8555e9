package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.request.Announcing.Act;
import org.entente.access.request.Request.Person;
import org.entente.access.request.RequestView.Reading;
import org.entente.access.routing.Priority;
import org.entente.access.routing.Routing;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Asking for access, and reading what became of it. */
@Path("/access/requests")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {
    private static final int LONGEST_WHY = 4000;
    private static final int LARGEST_PAGE = 200;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final RequestSettings settings;
    private final Announcing announcing;
    private final Outbox outbox;
    private final Idempotency idempotency;

    RequestResource(
            Caller caller,
            Vocabulary vocabulary,
            RequestSettings settings,
            Announcing announcing,
            Outbox outbox,
            Idempotency idempotency) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.settings = settings;
        this.announcing = announcing;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    /** Requests in the order of their identifiers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<RequestView> requests, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Asks for access: what, for which purposes, until when, and why; by a partner",
            description = "Assets may be named that the partner only supposes to exist: the answer is the same.")
    public Uni<Response> submit(Submission submission) {
        String partner = caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        Submission stated = Vocabulary.present(submission, "");
        Wanted wanted = Wanted.checked(stated, vocabulary);
        String why = Vocabulary.text(stated.why(), "/why", LONGEST_WHY);
        Priority priority = Objects.requireNonNullElse(stated.priority(), Priority.ROUTINE);
        Person requester = new Person(caller.subject(), caller.name());
        String actor = caller.actor();
        return idempotency.once(
                stated, () -> requireFewOpen(partner).chain(Routing::now).chain(now -> {
                    requireAhead(wanted, now.instant());
                    Request submitted = submitted(requester, wanted, priority, why, now.instant());
                    Request request = now.rules()
                            .map(rules ->
                                    submitted.routed(rules.assign(submitted.matter(partner)), rules, now.instant()))
                            .orElse(submitted);
                    AccessRequest stored = AccessRequest.of(partner, request);
                    RequestView view = RequestView.of(stored, new Reading(false, now.absences(), now.instant()));
                    return stored.persist()
                            .chain(() -> outbox.append(
                                    announcing.toBoth(act(EventTypes.REQUEST_SUBMITTED, stored, actor), view)))
                            .chain(() -> request.assignment() == null
                                    ? Uni.createFrom().voidItem()
                                    : outbox.append(announcing.within(
                                            act(EventTypes.REQUEST_ROUTED, stored, null), request, null)))
                            .replaceWith(new Created("/access/requests/" + stored.id, view));
                }));
    }

    private static Request submitted(Person requester, Wanted wanted, Priority priority, String why, Instant now) {
        return new Request(
                requester,
                wanted,
                priority,
                why,
                now,
                State.SUBMITTED,
                null,
                null,
                null,
                wanted.until(),
                null,
                List.of(),
                null);
    }

    private static Act act(String type, AccessRequest stored, @Nullable String actor) {
        return new Act(type, stored.id, stored.partner, actor);
    }

    private static void requireAhead(Wanted wanted, Instant now) {
        if (!wanted.until().isAfter(now)) {
            throw Problem.unprocessable("/until", "is over already");
        }
    }

    private Uni<Void> requireFewOpen(String partner) {
        Set<State> open = EnumSet.of(State.SUBMITTED, State.ROUTED, State.CLARIFYING);
        return AccessRequest.count("partner = ?1 and state in ?2", partner, open)
                .invoke(count -> {
                    if (count >= settings.maxOpen()) {
                        throw Problem.conflict(null, "Too many requests are open; withdraw some first.");
                    }
                })
                .replaceWithVoid();
    }

    @GET
    @Operation(summary = "Requests: all of them for the home side, a partner's for its officers, one's own for others")
    public Uni<Page> list(
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        boolean isHome = caller.isHome();
        String of = isHome ? partner : caller.nation();
        String requester = isHome || caller.has(Role.LIAISON_OFFICER) ? null : caller.subject();
        State wanted = state == null ? null : state(state);
        return Panache.withSession(() -> Routing.now().chain(now -> found(cursor, of, requester, wanted)
                .page(0, limit + 1)
                .list()
                .map(found -> {
                    List<RequestView> shown = found.stream()
                            .limit(limit)
                            .map(each -> RequestView.of(each, new Reading(isHome, now.absences(), now.instant())))
                            .toList();
                    return new Page(
                            shown,
                            found.size() > limit ? shown.get(limit - 1).id().toString() : null);
                })));
    }

    private static PanacheQuery<AccessRequest> found(
            UUID after, @Nullable String partner, @Nullable String requester, @Nullable State state) {
        StringBuilder query = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after);
        if (partner != null) {
            query.append(" and partner = :partner");
            parameters.and("partner", partner);
        }
        if (requester != null) {
            query.append(" and requester = :requester");
            parameters.and("requester", requester);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.and("state", state);
        }
        return AccessRequest.find(query.append(" order by id").toString(), parameters);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A request, for the home side, who asked, and the partner's officers")
    public Uni<Response> get(UUID id) {
        requireReader();
        boolean isHome = caller.isHome();
        Visitor visitor = Visitor.of(caller);
        return Panache.withSession(() -> Routing.now()
                .chain(now -> AccessRequest.<AccessRequest>findById(id).map(found -> {
                    if (found == null || visitor.isStranger(found)) {
                        throw Problem.notFound();
                    }
                    return Contested.tagged(
                            found.version(), RequestView.of(found, new Reading(isHome, now.absences(), now.instant())));
                })));
    }

    private static State state(String stated) {
        for (State state : State.values()) {
            if (state.name().equalsIgnoreCase(stated)) {
                return state;
            }
        }
        throw Problem.badRequest("state", "is not a state of a request");
    }

    private void requireReader() {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR, Role.POLICY_ADMINISTRATOR);
        } else {
            caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        }
    }
}
