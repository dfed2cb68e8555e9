package org.entente.catalog.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Data rooms, kept by the home liaison officers. */
@Path("/catalog/data-rooms")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data rooms")
class RoomsResource {
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final String EXAMPLE = """
            {"name": "Pump controllers, joint reading", "purpose": "cyber-defence",
             "members": [{"partner": "XBB", "person": "5f0e6a1c-8c8b-4c55-9f1e-0f6a0d8f9f10", "name": "xbb-analyst"}],
             "assets": ["9b2e6d4c-0a37-4d0e-9a3c-5b0d2a7e1f42"], "networks": ["192.0.2.0/24"], "countries": ["XBB"],
             "assurance": "hardware", "until": "2027-01-01T00:00:00Z",
             "hours": {"zone": "Europe/Brussels", "windows": [{"day": "MONDAY", "from": "08:00", "until": "18:00"}]}}""";

    private final Rooms rooms;
    private final RoomActs acts;
    private final Idempotency idempotency;
    private final Caller caller;
    private final String home;

    RoomsResource(
            Rooms rooms,
            RoomActs acts,
            Idempotency idempotency,
            Caller caller,
            @ConfigProperty(name = "entente.home") String home) {
        this.rooms = rooms;
        this.acts = acts;
        this.idempotency = idempotency;
        this.caller = caller;
        this.home = home;
    }

    /** Why a room is closed. */
    record Closing(
            @Schema(examples = "The reading is over.") @Nullable String reason) {}

    /** A part of the list of rooms. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Room> rooms, @Nullable String next) {}

    /** What a member sees of a room. */
    record Card(
            UUID id,
            Room.State state,
            String name,
            String purpose,
            @Nullable Instant until) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a data room")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RoomTerms.class),
                            examples = @ExampleObject(name = "a room for one asset", value = EXAMPLE)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Room.class)))
    @APIResponse(responseCode = "400", description = "The field is named.")
    public Uni<Response> open(@Nullable RoomTerms terms) {
        caller.requireHome(Role.LIAISON_OFFICER);
        RoomTerms stated = required(terms);
        String actor = caller.actor();
        return idempotency.once(stated, () -> acts.open(stated, actor));
    }

    @GET
    @Operation(summary = "Data rooms, newest first")
    public Uni<Page> list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR);
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "is not a number from 1 to " + MOST);
        }
        return rooms.page(cursor, limit + 1).map(found -> {
            List<Room> shown = found.stream().limit(limit).toList();
            return new Page(
                    shown, found.size() > limit ? shown.get(limit - 1).id().toString() : null);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A data room: all of it for the home side, what it is for its members")
    @APIResponse(responseCode = "404", description = "Not there, or not for this reader.")
    public Uni<Object> get(@PathParam("id") UUID id) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR);
            return rooms.find(id).map(found -> found.orElseThrow(Problem::notFound));
        }
        String partner = caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        Visit visit = new Visit(partner, caller.subject(), caller.assurance(), null, null, Instant.now());
        return rooms.find(id)
                .map(found -> found.filter(room -> isMember(room, visit)).orElseThrow(Problem::notFound))
                .map(RoomsResource::card);
    }

    @PUT
    @Path("/{id}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put other terms in force, for those inside, too")
    @APIResponse(responseCode = "409", description = "The room is closed for good.")
    public Uni<Room> change(@PathParam("id") UUID id, @Nullable RoomTerms terms) {
        caller.requireHome(Role.LIAISON_OFFICER);
        return acts.change(id, required(terms), caller.actor());
    }

    @POST
    @Path("/{id}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Close a data room for good",
            description = "Once this is answered, nothing more is read in it.")
    @APIResponse(responseCode = "409", description = "It is closed already.")
    public Uni<Room> close(@PathParam("id") UUID id, @Nullable Closing closing) {
        caller.requireHome(Role.LIAISON_OFFICER);
        String reason = closing == null ? null : closing.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("/reason", "must have 1 to " + LONGEST_REASON + " characters");
        }
        return acts.close(id, reason, caller.actor());
    }

    private RoomTerms required(@Nullable RoomTerms terms) {
        if (terms == null) {
            throw Problem.badRequest("", "is required");
        }
        return terms.require(home, Instant.now());
    }

    private static boolean isMember(Room room, Visit visit) {
        return RoomTerms.present(room.terms().members()).stream().anyMatch(member -> member.is(visit));
    }

    private static Card card(Room room) {
        RoomTerms terms = room.terms();
        return new Card(
                room.id(), room.state(), String.valueOf(terms.name()), String.valueOf(terms.purpose()), terms.until());
    }
}
