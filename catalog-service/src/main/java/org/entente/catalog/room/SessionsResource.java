package org.entente.catalog.room;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.watermark.CopyNumber;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;

/** Stays in data rooms: a member comes in, reads, and leaves or is shown out. */
@Path("/catalog/data-rooms/{room}/sessions")
@Authenticated
@Tag(name = "Data rooms")
class SessionsResource {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String POLICY =
            "default-src 'none'; style-src 'nonce-%s'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'; sandbox";

    private final Rooms rooms;
    private final SessionActs acts;
    private final ReadingRoom readingRoom;
    private final Doorkeeper doorkeeper;
    private final RoomConfig config;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Pool pool;

    SessionsResource(
            Rooms rooms,
            SessionActs acts,
            ReadingRoom readingRoom,
            Doorkeeper doorkeeper,
            RoomConfig config,
            Idempotency idempotency,
            Caller caller,
            Pool pool) {
        this.rooms = rooms;
        this.acts = acts;
        this.readingRoom = readingRoom;
        this.doorkeeper = doorkeeper;
        this.config = config;
        this.idempotency = idempotency;
        this.caller = caller;
        this.pool = pool;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enter a data room",
            description = "A session is good for the token and the address it was begun with, and no longer than either"
                    + " the token or the room lasts.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Stay.class)))
    @APIResponse(
            responseCode = "401",
            description = "Not with this login; the challenge says which would do (RFC 9470).")
    @APIResponse(responseCode = "403", description = "Not now, or not from there; the code says which.")
    @APIResponse(responseCode = "404", description = "Not there, or not for this caller.")
    public Uni<Response> enter(@PathParam("room") UUID room, @Context HttpServerRequest connection) {
        Arrival arrival = doorkeeper.arrival(connection);
        return rooms.find(room)
                .chain(found -> {
                    Room open = found.orElseThrow(Problem::notFound);
                    open.refusal(arrival.visit()).ifPresent(refusal -> {
                        throw refusal.problem(open.terms());
                    });
                    return acts.enter(
                            session(open, arrival),
                            arrival.actor(),
                            (transaction, work) -> idempotency.once(
                                    transaction, List.of("stay", room, arrival.token()), () -> work.get()
                                            .map(session -> created(Stay.of(session, open.terms())))));
                })
                .map(entered -> Response.fromResponse(entered)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static Created created(Stay stay) {
        return new Created("/catalog/data-rooms/" + stay.room() + "/sessions/" + stay.id(), stay);
    }

    private Session session(Room room, Arrival arrival) {
        Visit visit = arrival.visit();
        Instant now = RoomActs.now();
        Instant until = Stream.of(arrival.tokenEnds(), room.terms().longest(now), now.plus(config.longestStay()))
                .min(Instant::compareTo)
                .orElseThrow();
        return new Session(
                UUID.randomUUID(),
                room.id(),
                visit.person(),
                visit.partner(),
                arrival.name(),
                arrival.token(),
                String.valueOf(visit.address()),
                CopyNumber.random(RANDOM),
                now,
                until,
                null);
    }

    @GET
    @Path("/{session}/assets/{asset}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Read a page of an asset",
            description = "Decided and on record before it is shown; to be looked at only.")
    @APIResponse(responseCode = "403", description = "Denied; with explanation and the decision's identifier.")
    @APIResponse(responseCode = "404", description = "Not there, or not for this caller, or not any more.")
    public Uni<Response> read(
            @PathParam("room") UUID room,
            @PathParam("session") UUID session,
            @PathParam("asset") UUID asset,
            @QueryParam("page") @DefaultValue("1") int page,
            @Context HttpServerRequest connection) {
        return read(new ReadingRoom.Wanted(room, session, asset, "", page), connection);
    }

    @GET
    @Path("/{session}/assets/{asset}/attachments/{portion}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Read a page of an attachment",
            description = "Texts and pictures; to be looked at only. Decided and on record before it is shown.")
    @APIResponse(responseCode = "403", description = "Denied; with explanation and the decision's identifier.")
    @APIResponse(
            responseCode = "404",
            description = "Not there, or not for this caller, or not any more, or nothing that can be shown.")
    public Uni<Response> readAttachment(
            @PathParam("room") UUID room,
            @PathParam("session") UUID session,
            @PathParam("asset") UUID asset,
            @PathParam("portion") @Parameter(example = "attachment:5f0c1ad97b3e") String portion,
            @QueryParam("page") @DefaultValue("1") int page,
            @Context HttpServerRequest connection) {
        return read(new ReadingRoom.Wanted(room, session, asset, portion, page), connection);
    }

    private Uni<Response> read(ReadingRoom.Wanted wanted, HttpServerRequest connection) {
        if (wanted.page() < 1) {
            throw Problem.badRequest("page", "is not a number from 1");
        }
        return readingRoom.read(doorkeeper.arrival(connection), wanted).map(SessionsResource::response);
    }

    /** To be looked at in this one place: nothing is kept, framed, run, sent on or saved. */
    private static Response response(ReadingRoom.Shown shown) {
        return Response.ok(shown.html(), "text/html;charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .header("Content-Security-Policy", POLICY.formatted(shown.nonce()))
                .header("Content-Disposition", "inline")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "clipboard-read=(), clipboard-write=(), display-capture=()")
                .header("X-Robots-Tag", "noindex, noarchive")
                .build();
    }

    @DELETE
    @Path("/{session}")
    @Operation(summary = "Leave a data room, or show somebody out")
    @APIResponse(responseCode = "204", description = "The session reads nothing more.")
    public Uni<Void> leave(
            @PathParam("room") UUID room, @PathParam("session") UUID session, @Context HttpServerRequest connection) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER);
            return rooms.session(pool, room, session)
                    .chain(found -> acts.leave(found.orElseThrow(Problem::notFound), caller.actor()));
        }
        Arrival arrival = doorkeeper.arrival(connection);
        return rooms.session(pool, room, session)
                .map(found -> found.filter(own -> own.isOf(arrival.visit(), arrival.token())))
                .chain(found -> acts.leave(found.orElseThrow(Problem::notFound), arrival.actor()));
    }
}
