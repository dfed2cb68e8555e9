package org.entente.catalog.board;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
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
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Constitutes the board. */
@Path("/catalog/board")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standards board")
class ConstitutionsResource {
    private static final int MOST = 100;

    private final Constitutions constitutions;
    private final Idempotency idempotency;
    private final Speaker speaker;
    private final Caller caller;

    ConstitutionsResource(Constitutions constitutions, Idempotency idempotency, Speaker speaker, Caller caller) {
        this.constitutions = constitutions;
        this.idempotency = idempotency;
        this.speaker = speaker;
        this.caller = caller;
    }

    /**
     * A board that is proposed.
     *
     * @param parties nations, the home side among them
     * @param quorum more than half of them
     */
    record Draft(@Nullable List<String> parties, @Nullable Integer quorum) {

        private List<String> requireParties(String home) {
            if (parties == null || parties.size() < 2 || parties.size() > MOST) {
                throw Problem.badRequest("/parties", "must have 2 to " + MOST + " entries");
            }
            for (int index = 0; index < parties.size(); index++) {
                if (!parties.get(index).matches("[A-Z]{3}")) {
                    throw Problem.badRequest("/parties/" + index, "is not a nation of ISO 3166-1 alpha-3");
                }
            }
            if (new TreeSet<>(parties).size() < parties.size() || !parties.contains(home)) {
                throw Problem.badRequest("/parties", "must name each once, and the home side among them");
            }
            return List.copyOf(new TreeSet<>(parties));
        }

        private int requireQuorum(int parties) {
            if (quorum == null || quorum > parties || 2 * quorum <= parties) {
                throw Problem.badRequest("/quorum", "must be more than half of the parties, and not more than all");
            }
            return quorum;
        }
    }

    @GET
    @Operation(summary = "The board in force, for its parties")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Constitution.class)))
    @APIResponse(responseCode = "404", description = "There is none, or not for this caller.")
    public Uni<Constitution> inForce() {
        Representative reader = speaker.representative();
        return constitutions.inForce().map(found -> found.filter(
                        board -> board.parties().contains(reader.party()))
                .orElseThrow(Problem::notFound));
    }

    @POST
    @Path("/constitutions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose a board, or another one in its place; it is constituted when all have consented")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Draft.class),
                            examples =
                                    @ExampleObject(
                                            name = "three parties",
                                            value = "{\"parties\": [\"XAA\", \"XBB\", \"XCC\"], \"quorum\": 2}")))
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Constitution.class)))
    public Uni<Response> propose(@Nullable Draft draft) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        if (draft == null) {
            throw Problem.badRequest("", "is required");
        }
        List<String> parties = draft.requireParties(caller.nation());
        int quorum = draft.requireQuorum(parties.size());
        return constitutions.propose(
                parties,
                quorum,
                speaker.representative(),
                (transaction, work) -> idempotency.once(transaction, draft, () -> work.get()
                        .map(constitution ->
                                new Created("/catalog/board/constitutions/" + constitution.id(), constitution))));
    }

    @GET
    @Path("/constitutions/{id}")
    @Operation(summary = "A constitution, for its parties")
    public Uni<Constitution> get(@PathParam("id") UUID id) {
        return constitutions.find(id, speaker.representative());
    }

    @POST
    @Path("/constitutions/{id}/consents")
    @Operation(summary = "Consent for one's side")
    @APIResponse(responseCode = "409", description = "The side has consented already.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, description = "Makes the request safe to repeat.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Constitution.class)))
    public Uni<Response> consent(@PathParam("id") UUID id) {
        return constitutions.consent(
                id,
                speaker.representative(),
                (transaction, work) -> idempotency.once(transaction, List.of("consent", id), () -> work.get()
                        .map(constitution -> new Created(null, constitution))));
    }
}
