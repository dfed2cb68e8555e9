package org.entente.access.message;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
import org.entente.access.message.Corresponding.Step;
import org.entente.access.message.Message.Position;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The way of a message through the house: asked, checked, overruled, approved, sent, and acknowledged by the partner. */
@Path("/access/messages")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CoordinationResource {
    private static final int LONGEST_REASON = 4000;
    private static final int MOST_AGENCIES = 50;

    private final Corresponding corresponding;

    CoordinationResource(Corresponding corresponding) {
        this.corresponding = corresponding;
    }

    /** Which agencies are concerned. */
    @Schema(examples = "{\"agencies\": [\"XAA-CYBER\", \"XAA-NAVY\"]}")
    public record Submission(@Nullable List<String> agencies) {}

    /** What an agency says; an objection needs a reason. */
    @Schema(examples = "{\"agency\": \"XAA-NAVY\", \"agrees\": false, \"reason\": \"It names a harbour.\"}")
    public record Check(
            @Nullable String agency,
            @Nullable Boolean agrees,
            @Nullable String reason) {}

    /** Why. */
    @Schema(examples = "{\"reason\": \"The harbour is known anyway.\"}")
    public record Reason(@Nullable String reason) {}

    @POST
    @Path("/{id}/coordination")
    @Operation(summary = "Asks the agencies concerned, by the drafter")
    public Uni<Response> submit(UUID id, Submission submission) {
        List<String> agencies =
                Vocabulary.present(Vocabulary.present(submission, "").agencies(), "/agencies");
        if (agencies.size() > MOST_AGENCIES) {
            throw Problem.badRequest("/agencies", "must have at most " + MOST_AGENCIES + " entries");
        }
        return corresponding.move(id, Move.SUBMIT, EventTypes.MESSAGE_SUBMITTED, step -> {
            for (int index = 0; index < agencies.size(); index++) {
                String code = agencies.get(index);
                if (step.rules().flatMap(rules -> rules.agency(code)).isEmpty()) {
                    throw Problem.unprocessable("/agencies/" + index, "is not one of the agencies");
                }
            }
            return step.message().submitted(step.state(), agencies);
        });
    }

    @POST
    @Path("/{id}/checks")
    @Operation(summary = "Agrees or objects, by who speaks for an agency that is asked; again as long as it is")
    public Uni<Response> check(UUID id, Check check) {
        Check stated = Vocabulary.present(check, "");
        String code = Vocabulary.present(stated.agency(), "/agency");
        boolean agrees = Vocabulary.present(stated.agrees(), "/agrees");
        String reason = agrees && stated.reason() == null ? null : reason(stated.reason());
        return corresponding.move(id, Move.CHECK, EventTypes.MESSAGE_CHECKED, step -> {
            if (!step.message().positions().containsKey(code)) {
                throw Problem.unprocessable("/agency", "is not asked");
            }
            if (!step.by().speaksFor(code, step.rules())) {
                throw Problem.forbidden("You do not speak for this agency.");
            }
            return step.message().checked(step.state(), code, new Position(agrees, step.signature(reason)));
        });
    }

    @POST
    @Path("/{id}/overruling")
    @Operation(summary = "Decides over objections, by the superior of the drafter's agency, who is not the drafter")
    public Uni<Response> overrule(UUID id, Reason stated) {
        String reason = reason(Vocabulary.present(stated, "").reason());
        return corresponding.move(id, Move.OVERRULE, EventTypes.MESSAGE_OVERRULED, step -> step.message()
                .overruled(step.state(), step.signature(reason)));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Approves a message on which all agree, by another liaison officer than the drafter")
    public Uni<Response> approve(UUID id) {
        return corresponding.move(id, Move.APPROVE, EventTypes.MESSAGE_APPROVED, step -> step.message()
                .approved(step.state(), step.signature(null)));
    }

    @POST
    @Path("/{id}/sending")
    @Operation(summary = "Sends an approved message: from now on the partner reads it")
    public Uni<Response> send(UUID id) {
        return corresponding.move(
                id, Move.SEND, EventTypes.MESSAGE_SENT, step -> step.message().sent(step.state(), step.now()));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(summary = "Acknowledges a message, by the partner")
    public Uni<Response> acknowledge(UUID id) {
        return corresponding.move(
                id, Move.ACKNOWLEDGE, EventTypes.MESSAGE_ACKNOWLEDGED, CoordinationResource::acknowledged);
    }

    private static Message acknowledged(Step step) {
        return step.message().acknowledged(step.state(), step.signature(null));
    }

    @POST
    @Path("/{id}/discarding")
    @Operation(summary = "Discards a message that was not sent, by the drafter or the superior")
    public Uni<Response> discard(UUID id) {
        return corresponding.move(id, Move.DISCARD, EventTypes.MESSAGE_DISCARDED, step -> step.message()
                .discarded(step.state()));
    }

    private static String reason(@Nullable String stated) {
        return Vocabulary.text(stated, "/reason", LONGEST_REASON);
    }
}
