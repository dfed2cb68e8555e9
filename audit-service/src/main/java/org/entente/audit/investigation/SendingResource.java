package org.entente.audit.investigation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.audit.investigation.CaseTables.Announcement;
import org.entente.audit.investigation.Moves.Order;
import org.entente.audit.investigation.Moves.Step;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Telling those who are owed a notification of a breach. */
@Path("/audit/investigations/{id}/notifications")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Investigations")
class SendingResource {

    private static final String SEND = "update notification set text = $3, sent = now(), sent_by = $4"
            + " where id = $1 and investigation = $2 and sent is null returning party, due";

    private final Moves moves;
    private final CaseTables cases;
    private final Answers answers;
    private final Caller caller;

    SendingResource(Moves moves, CaseTables cases, Answers answers, Caller caller) {
        this.moves = moves;
        this.cases = cases;
        this.answers = answers;
        this.caller = caller;
    }

    /** What the party is told. */
    @Schema(examples = "{\"text\": \"Copies of what you shared were passed on to a third party.\"}")
    public record Message(@Nullable String text) {}

    @POST
    @Path("{notification}/sending")
    @Operation(summary = "Sends a notification that is owed (auditor)")
    @APIResponse(responseCode = "404", description = "None such is owed, or it was sent already")
    public Uni<Response> send(@RestPath UUID id, @RestPath UUID notification, @Nullable Message body) {
        Order order = new Order(Move.SEND_NOTIFICATION, Movers.requireReader(caller), Person.of(caller), null);
        String text = Texts.required(Texts.body(body).text(), "/text", Texts.PAGE);
        return moves.make(id, order, (transaction, next) -> transaction
                        .preparedQuery(SEND)
                        .execute(Tuple.of(notification, id, text, order.by().name()))
                        .map(rows -> sent(next, notification, text, NotificationsResource.first(rows), order.by())))
                .chain(answers::changed);
    }

    private Step sent(Case next, UUID notification, String text, Row row, Person by) {
        String party = row.getString("party");
        ObjectNode told = moves.detail()
                .put("notification", notification.toString())
                .put("party", party)
                .put("text", text);
        Event event = cases.event(
                EventTypes.NOTIFICATION_SENT, next, new Announcement(notification.toString(), party, by.actor(), told));
        ObjectNode detail = moves.detail()
                .put("notification", notification.toString())
                .put("party", party)
                .put("due", row.getOffsetDateTime("due").toInstant().toString());
        return new Step(next, detail, List.of(event));
    }
}
