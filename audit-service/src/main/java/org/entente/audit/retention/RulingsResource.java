package org.entente.audit.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Rulings on keeping and erasing, and their moves; which move is whose, {@link Move} says. They name persons and cases: looks are recorded. */
@Path("/audit/retention/rulings")
@Authenticated
@Tag(name = "Retention", description = "Keeping and erasing the content of entries; their proofs stay")
class RulingsResource {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    private final Rulings rulings;
    private final Eraser eraser;
    private final Looks looks;
    private final Caller caller;

    RulingsResource(Rulings rulings, Eraser eraser, Looks looks, Caller caller) {
        this.rulings = rulings;
        this.eraser = eraser;
        this.looks = looks;
        this.caller = caller;
    }

    /**
     * Rulings, newest first.
     *
     * @param next cursor of the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Ruling> rulings, @Nullable UUID next) {}

    @GET
    @Operation(summary = "Rulings, newest first, page by page")
    @APIResponse(responseCode = "200", description = "A page; the last one has no `next`")
    public Uni<Page> list(
            @RestQuery @Parameter(description = "schedule, hold or order", example = "hold") @Nullable String kind,
            @RestQuery @Parameter(description = "`next` of the page before") @Nullable String cursor,
            @RestQuery @Parameter(description = "Rulings on a page, 1 to 200; 50 if absent", example = "50") @Nullable String limit) {
        Person.of(caller);
        int most = limit(limit);
        Kind wanted = kind(kind);
        UUID before = cursor == null ? null : id("cursor", cursor);
        return looks.recorded(
                Looker.of(caller),
                database -> rulings.list(database, wanted, before, most + 1)
                        .map(found -> found.size() <= most
                                ? new Page(found, null)
                                : new Page(
                                        found.subList(0, most),
                                        found.get(most - 1).id())),
                page -> Look.at(
                        "rulings",
                        kind == null ? Map.of() : Map.of("kind", kind),
                        page.rulings().size()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One ruling")
    @APIResponse(responseCode = "200", description = "With its version as ETag")
    @APIResponse(responseCode = "404", description = "There is none")
    public Uni<Response> ruling(@RestPath String id) {
        Person.of(caller);
        UUID wanted = id("id", id);
        return looks.recorded(
                        Looker.of(caller),
                        database -> rulings.find(database, wanted).map(found -> found.orElseThrow(Problem::notFound)),
                        found -> Look.at("ruling", Map.of("ruling", id), 1))
                .map(RulingsResource::response);
    }

    @POST
    @Path("{id}/approval")
    @Operation(
            summary = "The second person agrees",
            description = "An auditor and a policy administrator, two persons.")
    @APIResponse(responseCode = "200", description = "In force; an order is carried out at once")
    @APIResponse(responseCode = "403", description = "The same person, or not the other part")
    @APIResponse(responseCode = "409", description = "The state does not allow it")
    @APIResponse(responseCode = "412", description = "Somebody else was first; `state` says where it stands now")
    public Uni<Response> approve(@RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return move(id, version, Move.APPROVE).invoke(eraser::wake);
    }

    @POST
    @Path("{id}/refusal")
    @Operation(summary = "What was only asked for is not done")
    @APIResponse(responseCode = "200", description = "Refused")
    @APIResponse(responseCode = "409", description = "The state does not allow it")
    public Uni<Response> refuse(@RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return move(id, version, Move.REFUSE);
    }

    @POST
    @Path("{id}/end")
    @Operation(
            summary = "Ends a schedule or an order, or asks to lift a hold",
            description = "A hold goes on holding until the second person confirms.")
    @APIResponse(responseCode = "200", description = "Ended, or, of a hold, ending")
    @APIResponse(responseCode = "409", description = "The state does not allow it")
    public Uni<Response> end(@RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return move(id, version, Move.END);
    }

    @POST
    @Path("{id}/confirmation")
    @Operation(summary = "The second person agrees that a hold is lifted")
    @APIResponse(responseCode = "200", description = "Lifted")
    @APIResponse(responseCode = "403", description = "The same person, or not the other part")
    @APIResponse(responseCode = "409", description = "The state does not allow it")
    public Uni<Response> confirm(@RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return move(id, version, Move.CONFIRM);
    }

    @POST
    @Path("{id}/continuation")
    @Operation(summary = "A hold that was to be lifted goes on")
    @APIResponse(responseCode = "200", description = "In force")
    @APIResponse(responseCode = "409", description = "The state does not allow it")
    public Uni<Response> keep(@RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return move(id, version, Move.KEEP);
    }

    private Uni<Response> move(String id, @Nullable String version, Move move) {
        Rulings.Actor actor = actor();
        return find(id).chain(read -> {
            if (version != null && !version.equals(read.etag())) {
                throw stale(read);
            }
            State next = move.from(read.standing(), actor.person());
            return rulings.move(read, next, move, actor).chain(moved -> moved.map(
                            ruling -> Uni.createFrom().item(response(ruling)))
                    .orElseGet(() -> find(id).chain(now -> Uni.createFrom().failure(stale(now)))));
        });
    }

    private static Problem stale(Ruling now) {
        return Problem.preconditionFailed(
                        "The ruling has changed; it is " + now.state().wireName() + " now.")
                .with("state", TextNode.valueOf(now.state().wireName()));
    }

    private Uni<Ruling> find(String id) {
        return rulings.find(id("id", id)).map(found -> found.orElseThrow(Problem::notFound));
    }

    private Rulings.Actor actor() {
        return new Rulings.Actor(Person.of(caller), caller.actor());
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw field.equals("id") ? Problem.notFound() : Problem.badRequest(field, "is not a cursor of this list");
        }
    }

    private static @Nullable Kind kind(@Nullable String name) {
        try {
            return name == null ? null : Kind.of(name);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("kind", "is schedule, hold or order");
        }
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        int number = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > LARGEST_LIMIT) {
            throw Problem.badRequest("limit", "is not a number from 1 to " + LARGEST_LIMIT);
        }
        return number;
    }

    private static Response response(Ruling ruling) {
        return Response.ok(ruling).tag(Integer.toString(ruling.version())).build();
    }
}
