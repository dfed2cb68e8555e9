package org.entente.access.consent;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.access.countersigned.Countersigning;
import org.entente.access.countersigned.Register;
import org.entente.access.countersigned.Withdrawal;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** Registering who may speak for owners of rights. */
@Path("/access/representatives")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RepresentativeResource {
    private static final Register<Representative> REGISTER = new Register<>(
            Representative.class,
            "/access/representatives/",
            EventTypes.REPRESENTATIVE_PROPOSED,
            EventTypes.REPRESENTATIVE_CONFIRMED,
            EventTypes.REPRESENTATIVE_WITHDRAWN);

    private final Caller caller;
    private final Countersigning countersigning;

    RepresentativeResource(Caller caller, Countersigning countersigning) {
        this.caller = caller;
        this.countersigning = countersigning;
    }

    @POST
    @Operation(
            summary = "Proposes a person who may speak for an owner of rights",
            description = "Counts once a different policy administrator confirms it; never the person itself.")
    public Uni<Response> propose(Registration registration) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        RepresentativeTerms terms = Vocabulary.present(registration, "").checked();
        return countersigning.propose(REGISTER, terms, now -> {
            if (!terms.until().isAfter(now)) {
                throw Problem.badRequest("/until", "is not in the future");
            }
            return Uni.createFrom().item(Representative.of(terms));
        });
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(summary = "Confirms a representative, by another person than the one who proposed it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Representative.View.class)))
    @APIResponse(responseCode = "403", description = "The proposer, the representative, or no policy administrator")
    @APIResponse(
            responseCode = "412",
            description = "Someone else changed it first; member current says what it became")
    public Uni<Response> confirm(UUID id) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        return countersigning.confirm(REGISTER, id, ignored -> Uni.createFrom().voidItem());
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraws a representative, who speaks for nobody from then on; what they gave stands")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Representative.View.class)))
    public Uni<Response> withdraw(UUID id, Withdrawal withdrawal) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        return countersigning.withdraw(REGISTER, id, withdrawal);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A representative, for the home side")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Representative.View.class)))
    public Uni<Response> get(UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
        return countersigning.read(REGISTER, id);
    }
}
