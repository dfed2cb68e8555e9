package org.entente.access.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.request.Announcing.Act;
import org.entente.access.request.Moving.Step;
import org.entente.access.request.Request.Said;
import org.entente.access.routing.RoutingRules.Agency;
import org.entente.access.routing.RoutingRules.Assignment;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What happens on the way to an answer: questions to the partner, another officer, the partner's withdrawal. */
@Path("/access/requests")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DialogueResource {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SAID = 100;

    private final Caller caller;
    private final Moving moving;
    private final RequestSettings settings;
    private final Announcing announcing;
    private final Outbox outbox;

    DialogueResource(Caller caller, Moving moving, RequestSettings settings, Announcing announcing, Outbox outbox) {
        this.caller = caller;
        this.moving = moving;
        this.settings = settings;
        this.announcing = announcing;
        this.outbox = outbox;
    }

    /** A question or its answer. */
    @Schema(examples = "{\"text\": \"Which of your units would read it?\"}")
    public record Text(@Nullable String text) {}

    /** Who is to answer instead, and why. */
    @Schema(
            examples =
                    "{\"agency\": \"XAA-CYBER\", \"officer\": \"xaa-liaison\", \"reason\": \"It is about harbours.\"}")
    public record Rerouting(
            @Nullable String agency,
            @Nullable String officer,
            @Nullable String reason) {}

    @POST
    @Path("/{id}/clarification")
    @Operation(summary = "Asks the partner something, by the responsible officer; meanwhile the clock stands still")
    public Uni<Response> ask(UUID id, Text question) {
        String text = text(question);
        return moving.move(id, Move.ASK, step -> {
            Said said = said(text, step);
            step.stored()
                    .become(step.request().asked(said, step.rules(), step.now().plus(settings.clarifyWithin())));
            return outbox.append(told(EventTypes.REQUEST_CLARIFICATION_ASKED, step));
        });
    }

    @POST
    @Path("/{id}/answer")
    @Operation(summary = "Answers what the partner was asked, by who asked for access or an officer; the clock goes on")
    public Uni<Response> answer(UUID id, Text answer) {
        String text = text(answer);
        return moving.move(id, Move.ANSWER, step -> {
            step.stored().become(step.request().answered(said(text, step), step.rules()));
            return outbox.append(told(EventTypes.REQUEST_CLARIFIED, step));
        });
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraws a request, by who asked for access or an officer of the partner")
    public Uni<Response> withdraw(UUID id) {
        return moving.move(id, Move.WITHDRAW, step -> {
            step.stored().become(step.request().ended(step.state(), null));
            return outbox.append(told(EventTypes.REQUEST_WITHDRAWN, step));
        });
    }

    @POST
    @Path("/{id}/routing")
    @Operation(summary = "Has another officer answer; by any liaison officer of the home side, and the time runs on")
    public Uni<Response> route(UUID id, Rerouting rerouting) {
        Rerouting stated = Vocabulary.present(rerouting, "");
        String reason = Vocabulary.text(stated.reason(), "/reason", LONGEST_TEXT);
        String code = Vocabulary.text(stated.agency(), "/agency", LONGEST_NAME);
        String officer = stated.officer() == null ? null : Vocabulary.text(stated.officer(), "/officer", LONGEST_NAME);
        return moving.move(id, Move.ROUTE, step -> {
            Agency agency = step.rules()
                    .agency(code)
                    .orElseThrow(() -> Problem.unprocessable("/agency", "is not one of the agencies"));
            String to = officer == null ? agency.officers().get(0) : officer;
            if (!agency.isSpokenForBy(to)) {
                throw Problem.unprocessable("/officer", "is not of that agency");
            }
            Request routed = step.request()
                    .routed(new Assignment(agency.code(), to, agency.superior()), step.rules(), step.now());
            step.stored().become(routed);
            return outbox.append(announcing.within(act(EventTypes.REQUEST_ROUTED, step), routed, reason));
        });
    }

    private static String text(@Nullable Text stated) {
        return Vocabulary.text(Vocabulary.present(stated, "").text(), "/text", LONGEST_TEXT);
    }

    private Said said(String text, Step step) {
        if (step.request().dialogue().size() >= MOST_SAID) {
            throw Problem.conflict(null, "So much has been said that somebody should decide.");
        }
        return new Said(caller.nation(), caller.name(), step.now(), text);
    }

    private Event told(String type, Step step) {
        return announcing.toBoth(act(type, step), step.partnerView());
    }

    private Act act(String type, Step step) {
        return new Act(type, step.stored().id, step.stored().partner, caller.actor());
    }
}
