package org.entente.access.training;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.access.countersigned.Countersigning;
import org.entente.access.countersigned.Register;
import org.entente.access.countersigned.Withdrawal;
import org.entente.access.partner.Partner;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** Recognising who may attest training of a partner's persons. */
@Path("/access/training/authorities")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthorityResource {
    private static final Register<Authority> REGISTER = new Register<>(
            Authority.class,
            "/access/training/authorities/",
            EventTypes.AUTHORITY_PROPOSED,
            EventTypes.AUTHORITY_CONFIRMED,
            EventTypes.AUTHORITY_WITHDRAWN);

    private final Caller caller;
    private final Countersigning countersigning;
    private final TrainingSettings training;

    AuthorityResource(Caller caller, Countersigning countersigning, TrainingSettings training) {
        this.caller = caller;
        this.countersigning = countersigning;
        this.training = training;
    }

    @POST
    @Operation(
            summary = "Proposes a training authority of a partner",
            description = "Recognised once a different policy administrator confirms it.")
    public Uni<Response> propose(AuthorityProposal proposal) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        AuthorityTerms terms = Vocabulary.present(proposal, "").checked(training);
        return countersigning.propose(REGISTER, terms, now -> drafted(terms, now));
    }

    private static Uni<Authority> drafted(AuthorityTerms terms, Instant now) {
        if (!terms.until().isAfter(now)) {
            throw Problem.badRequest("/until", "is not in the future");
        }
        return Partner.findById(terms.partner())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.badRequest("/partner", "is not a registered partner"))
                .map(registered -> Authority.of(terms));
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(summary = "Recognises an authority, by another person than the one who proposed it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Authority.View.class)))
    @APIResponse(responseCode = "403", description = "The proposer, an officer of the authority, or no administrator")
    @APIResponse(
            responseCode = "412",
            description = "Someone else changed it first; member current says what it became")
    public Uni<Response> confirm(UUID id) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        return countersigning.confirm(REGISTER, id, ignored -> Uni.createFrom().voidItem());
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraws recognition; all that the authority attested falls with it, before the answer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Authority.View.class)))
    public Uni<Response> withdraw(UUID id, Withdrawal withdrawal) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        return countersigning.withdraw(REGISTER, id, withdrawal);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An authority, for the home side, the partner's officers and those who attest for it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Authority.View.class)))
    public Uni<Response> get(UUID id) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
            return countersigning.read(REGISTER, id);
        }
        boolean isOfficer = caller.has(Role.LIAISON_OFFICER);
        String nation = caller.nation();
        String person = caller.subject();
        return countersigning.read(REGISTER, id).map(read -> {
            AuthorityTerms terms = ((Authority.View) read.getEntity()).terms();
            if (!terms.partner().equals(nation)
                    || !(isOfficer || terms.officers().contains(person))) {
                throw Problem.notFound();
            }
            return read;
        });
    }
}
