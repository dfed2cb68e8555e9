package org.entente.access.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.countersigned.Countersigning;
import org.entente.access.countersigned.Register;
import org.entente.access.countersigned.Withdrawal;
import org.entente.access.epoch.StoreClock;
import org.entente.access.partner.Partner;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Export licences: proposing, confirming by a second person, withdrawing, and seeing what is used. */
@Path("/access/licences")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LicenceResource {
    private static final Register<Licence> REGISTER = new Register<>(
            Licence.class,
            "/access/licences/",
            EventTypes.LICENCE_PROPOSED,
            EventTypes.LICENCE_CONFIRMED,
            EventTypes.LICENCE_WITHDRAWN);
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";
    private static final int LARGEST_PAGE = 100;

    private final Caller caller;
    private final Countersigning countersigning;
    private final Balances balances;
    private final Vocabulary vocabulary;

    LicenceResource(Caller caller, Countersigning countersigning, Balances balances, Vocabulary vocabulary) {
        this.caller = caller;
        this.countersigning = countersigning;
        this.balances = balances;
        this.vocabulary = vocabulary;
    }

    /** A licence with what is used of it. */
    @RegisterForReflection
    public record Standing(
            @JsonUnwrapped Licence.View licence,
            @JsonUnwrapped Balances.Balance balance) {}

    /** A page of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Licence.View> licences, @Nullable String next) {}

    /** A page of the uses of a licence, first ones first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Uses(List<Balances.Use> uses, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Proposes an export licence, as its authority issued it",
            description =
                    "In force once a different policy administrator, who holds the export authority here, confirms it.")
    public Uni<Response> propose(LicenceProposal proposal) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        LicenceTerms terms = Vocabulary.present(proposal, "").checked(vocabulary);
        return countersigning.propose(REGISTER, terms, now -> drafted(terms, now));
    }

    private static Uni<Licence> drafted(LicenceTerms terms, Instant now) {
        if (!terms.until().isAfter(now)) {
            throw Problem.badRequest("/until", "is not in the future");
        }
        return Partner.findById(terms.recipient())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.badRequest("/recipient", "is not a registered partner"))
                .map(registered -> Licence.of(terms));
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(summary = "Confirms a licence, by another person than the one who proposed it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Licence.View.class)))
    @APIResponse(responseCode = "403", description = "The proposer, or no policy administrator")
    @APIResponse(
            responseCode = "412",
            description = "Someone else changed it first; member current says what it became")
    public Uni<Response> confirm(UUID id) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        return countersigning.confirm(REGISTER, id, Balances::open);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraws a licence, effective before the answer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Licence.View.class)))
    public Uni<Response> withdraw(UUID id, Withdrawal withdrawal) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        return countersigning.withdraw(REGISTER, id, withdrawal);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A licence, with what is used and left of it")
    @APIResponseSchema(Standing.class)
    public Uni<Response> get(UUID id) {
        requireReader();
        return countersigning.read(REGISTER, id).chain(read -> balances.of(id)
                .map(balance -> Response.fromResponse(read)
                        .entity(new Standing((Licence.View) read.getEntity(), balance))
                        .build()));
    }

    @GET
    @Path("/{id}/uses")
    @Operation(
            summary = "The decisions that let something go under a licence with a quantity",
            description = "Each with the access, person or asset that it stands for; counted is the first one of each.")
    public Uni<Uses> uses(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        requirePage(limit);
        UUID after = Vocabulary.cursor(cursor);
        return countersigning
                .read(REGISTER, id)
                .chain(ignored -> balances.uses(id, after, limit + 1))
                .map(found -> {
                    List<Balances.Use> page = found.stream().limit(limit).toList();
                    boolean isMore = found.size() > limit;
                    return new Uses(
                            page, isMore ? page.get(limit - 1).decision().toString() : null);
                });
    }

    @GET
    @Operation(summary = "Licences, of a recipient or all, in the order of their identifiers")
    public Uni<Page> list(
            @QueryParam("recipient") @DefaultValue("") String recipient,
            @QueryParam("cursor") @DefaultValue(FIRST) String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        requirePage(limit);
        UUID after = Vocabulary.cursor(cursor);
        return Panache.withSession(() -> StoreClock.now().chain(now -> Licence.<Licence>find(
                        "id > ?1 and (?2 = '' or recipient = ?2) order by id", after, recipient)
                .page(0, limit + 1)
                .list()
                .map(found -> {
                    List<Licence.View> page = found.stream()
                            .limit(limit)
                            .map(licence -> licence.view(now))
                            .toList();
                    boolean isMore = found.size() > limit;
                    return new Page(page, isMore ? page.get(limit - 1).id().toString() : null);
                })));
    }

    private void requireReader() {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
    }
}
