package org.entente.access.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.consent.ConsentAnswers.Giving;
import org.entente.access.consent.ConsentAnswers.Refusal;
import org.entente.access.consent.ConsentAnswers.TakingBack;
import org.entente.access.epoch.StoreClock;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Asking originators and owners of rights for consent, and their answers. */
@Path("/access/consents")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
    private static final int LARGEST_PAGE = 100;

    private final Caller caller;
    private final Asking asking;
    private final Answering answering;
    private final Vocabulary vocabulary;

    ConsentResource(Caller caller, Asking asking, Answering answering, Vocabulary vocabulary) {
        this.caller = caller;
        this.asking = asking;
        this.answering = answering;
        this.vocabulary = vocabulary;
    }

    /** A page of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<ConsentView> consents, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Asks an originator or an owner of rights for consent",
            description = "One giver, one recipient (a partner, or a group as it is today), one purpose; one asset or a"
                    + " class of material. The same question is asked once: while an answer stands it is the answer.")
    @APIResponse(responseCode = "201", description = "Asked")
    @APIResponse(responseCode = "200", description = "It was asked before, and that stands")
    public Uni<Response> ask(Ask ask) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.ORIGINATOR);
        return asking.ask(Vocabulary.present(ask, "").checked(vocabulary));
    }

    @GET
    @Operation(summary = "Questions for consent: the home side's all, a giver's own")
    public Uni<Page> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        Consents.Selection selection = new Consents.Selection(state(state), Vocabulary.cursor(cursor), limit + 1);
        return Panache.withSession(() -> StoreClock.now().chain(now -> answering
                .reader(now)
                .chain(reader -> Consents.list(reader, selection, now))
                .map(found -> {
                    List<ConsentView> views = found.stream()
                            .limit(limit)
                            .map(consent -> ConsentView.of(consent, now))
                            .toList();
                    boolean isMore = found.size() > limit;
                    return new Page(views, isMore ? views.get(limit - 1).id().toString() : null);
                })));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A question for consent, for the home side and its giver")
    @APIResponseSchema(ConsentView.class)
    public Uni<Response> get(UUID id) {
        return answering.read(id);
    }

    @POST
    @Path("/{id}/giving")
    @Operation(
            summary = "Consents, for a time",
            description =
                    "By an originator of the home nation, an officer of another, or a registered representative of"
                            + " the owner, and never by the person who asked.")
    @APIResponse(
            responseCode = "412",
            description = "Someone else changed it first; member current says what it became")
    @APIResponseSchema(ConsentView.class)
    public Uni<Response> give(UUID id, Giving giving) {
        return answering.give(id, Vocabulary.present(giving, ""));
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(summary = "Refuses; the refusal stands for a time, in which the same is not asked again")
    @APIResponseSchema(ConsentView.class)
    public Uni<Response> refuse(UUID id, Refusal refusal) {
        return answering.refuse(id, Vocabulary.present(refusal, ""));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Takes a consent back, effective before the answer")
    @APIResponseSchema(ConsentView.class)
    public Uni<Response> withdraw(UUID id, TakingBack takingBack) {
        return answering.withdraw(id, Vocabulary.present(takingBack, ""));
    }

    private static @Nullable State state(@Nullable String stated) {
        if (stated == null) {
            return null;
        }
        return switch (stated) {
            case "asked" -> State.ASKED;
            case "given" -> State.GIVEN;
            case "refused" -> State.REFUSED;
            case "withdrawn" -> State.WITHDRAWN;
            case "expired" -> State.EXPIRED;
            default -> throw Problem.badRequest("state", "is not a state of a consent");
        };
    }
}
