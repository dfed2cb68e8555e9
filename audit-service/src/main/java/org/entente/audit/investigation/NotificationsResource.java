package org.entente.audit.investigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.investigation.CaseTables.Announcement;
import org.entente.audit.investigation.Moves.Order;
import org.entente.audit.investigation.Moves.Step;
import org.entente.audit.look.Look;
import org.entente.audit.look.Looks;
import org.entente.audit.look.Looks.Looker;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Notifications of breaches, for the officers of the party that they are addressed to. */
@Path("/audit/notifications")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "Who is owed to know of a breach")
class NotificationsResource {

    private static final int MOST = 500;
    private static final String ACKNOWLEDGE = "update notification set acknowledged = now(), acknowledged_by = $2"
            + " where id = $1 and acknowledged is null";
    private static final String ADDRESSED =
            "select investigation from notification where id = $1 and party = $2 and sent is not null";

    private static final String RECEIVED = "select id, sent, text, acknowledged from notification"
            + " where party = $1 and sent is not null order by sent desc, id limit $2";

    private final Pool pool;
    private final Moves moves;
    private final CaseTables cases;
    private final Looks looks;
    private final Caller caller;

    NotificationsResource(Pool pool, Moves moves, CaseTables cases, Looks looks, Caller caller) {
        this.pool = pool;
        this.moves = moves;
        this.cases = cases;
        this.looks = looks;
        this.caller = caller;
    }

    /** A notification, as the party it is addressed to gets it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Received(
            UUID id, Instant sent, String text, @Nullable Instant acknowledged) {}

    /** The newest notifications of a party. */
    public record Inbox(List<Received> notifications) {}

    @GET
    @Operation(summary = "Notifications addressed to the caller's nation, for its officers; at most the newest 500")
    public Uni<Inbox> received() {
        String party = caller.requirePartner(Role.LIAISON_OFFICER);
        return looks.recorded(
                Looker.of(caller),
                database -> database.preparedQuery(RECEIVED)
                        .execute(Tuple.of(party, MOST))
                        .map(rows -> new Inbox(StreamSupport.stream(rows.spliterator(), false)
                                .map(NotificationsResource::received)
                                .toList())),
                inbox ->
                        Look.at("notifications", Map.of(), inbox.notifications().size()));
    }

    @POST
    @Path("{notification}/acknowledgement")
    @Operation(summary = "Says that the caller's nation knows, by one of its officers")
    @APIResponse(responseCode = "204", description = "Noted; also when it was before")
    @APIResponse(responseCode = "404", description = "There is none, or none for this caller")
    public Uni<Response> acknowledge(@RestPath UUID notification) {
        String party = caller.nation();
        Person by = Person.of(caller);
        Order order = new Order(Move.ACKNOWLEDGE, Movers.addressee(caller, party), by, null);
        if (order.mover().part() != Move.Part.ADDRESSEE) {
            throw Problem.notFound();
        }
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(ADDRESSED)
                        .execute(Tuple.of(notification, party))
                        .map(NotificationsResource::first)
                        .chain(row -> transaction
                                .preparedQuery(ACKNOWLEDGE)
                                .execute(Tuple.of(notification, by.actor()))
                                .chain(updated -> updated.rowCount() == 0
                                        ? Uni.createFrom().voidItem()
                                        : moves.make(
                                                        transaction,
                                                        row.getUUID("investigation"),
                                                        order,
                                                        (same, next) -> Uni.createFrom()
                                                                .item(acknowledged(next, notification, party, by)))
                                                .replaceWithVoid())))
                .replaceWith(() -> Response.noContent().build());
    }

    private Step acknowledged(Case next, UUID notification, String party, Person by) {
        ObjectNode detail =
                moves.detail().put("notification", notification.toString()).put("party", party);
        Event event = cases.event(
                EventTypes.NOTIFICATION_ACKNOWLEDGED,
                next,
                new Announcement(notification.toString(), party, by.actor(), detail));
        return new Step(next, detail, List.of(event));
    }

    private static Received received(Row row) {
        return new Received(
                row.getUUID("id"),
                row.getOffsetDateTime("sent").toInstant(),
                row.getString("text"),
                CaseFile.instant(row, "acknowledged"));
    }

    static Row first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.notFound();
        }
        return rows.iterator().next();
    }
}
