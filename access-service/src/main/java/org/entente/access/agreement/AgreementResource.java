package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.TemplateData;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.agreement.AgreementVersion.Kind;
import org.entente.access.epoch.Epoch;
import org.entente.access.seal.Statement;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Proposing, consenting to, reading and ending agreements. */
@Path("/access/agreements")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection(targets = {Deed.class, Statement.class, Terms.class, Undertakings.class})
public class AgreementResource {
    private static final int LONGEST_REASON = 2000;
    private static final int LARGEST_PAGE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final AgreementActs acts;
    private final Table table;
    private final Signing signing;
    private final Epoch epoch;
    private final Idempotency idempotency;

    AgreementResource(
            Caller caller,
            Vocabulary vocabulary,
            AgreementActs acts,
            Table table,
            Signing signing,
            Epoch epoch,
            Idempotency idempotency) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.acts = acts;
        this.table = table;
        this.signing = signing;
        this.epoch = epoch;
        this.idempotency = idempotency;
    }

    /** Why an agreement ends. */
    @Schema(examples = "{\"reason\": \"Replaced by a wider agreement.\"}")
    public record Ending(@Nullable String reason) {}

    /** Agreements in the order of their identifiers. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<AgreementView> agreements, @Nullable String next) {}

    @RegisterForReflection
    private record Ended(String by, String reason) {}

    @POST
    @Operation(
            summary = "Proposes an agreement; proposing is the home side's consent",
            description = "Where the home side signs with keys of its own, proposing is no consent: that follows with a"
                    + " signature.")
    @APIResponse(responseCode = "401", description = "A stronger login is needed (RFC 9470).")
    public Uni<Response> propose(Proposal proposal) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Terms terms = Vocabulary.present(proposal, "").checked(vocabulary);
        Speaker speaker = acts.speaker();
        return idempotency.once(terms, () -> Table.requireRegistered(terms)
                .chain(AgreementActs::now)
                .call(now -> signing.requireBinding(speaker, now))
                .chain(now -> create(
                        Agreement.proposed(terms), new Acting(speaker.mover(), vocabulary.home(), now), speaker)));
    }

    private Uni<Created> create(Agreement agreement, Acting acting, Speaker speaker) {
        return agreement
                .persist()
                .chain(() -> table.lay(agreement, Kind.PROPOSAL, speaker, null, acting))
                .chain(() -> Table.name(agreement.id, agreement.partners()))
                .map(ignored -> AgreementView.of(agreement, acting.now()))
                .call(view -> acts.told(acts.events(EventTypes.AGREEMENT_PROPOSED, agreement, speaker.actor(), view)))
                .map(view -> new Created("/access/agreements/" + agreement.id, view));
    }

    @GET
    @Operation(summary = "Agreements of the caller's nation: all for the home side, a partner's own for the partner")
    public Uni<Page> list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        acts.requireReader();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        UUID after = cursor == null ? FIRST : cursor;
        String party = caller.isHome() ? null : caller.nation();
        return Panache.withSession(
                () -> AgreementPage.after(after, party, limit + 1).chain(found -> AgreementActs.now()
                        .map(now -> new Page(
                                found.stream()
                                        .limit(limit)
                                        .map(agreement -> AgreementView.of(agreement, now))
                                        .toList(),
                                found.size() > limit ? found.get(limit - 1).id.toString() : null))));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An agreement, for its parties")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> get(UUID id) {
        acts.requireReader();
        Move.Mover mover = acts.speaker().mover();
        return Panache.withSession(() -> acts.mine(id, mover)
                .chain(agreement -> AgreementActs.now().map(now -> AgreementActs.answer(agreement, now))));
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "Ends an agreement, by any party alone and effective before the answer")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> end(UUID id, Ending ending) {
        String reason = reason(ending);
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> {
                    boolean isSecret = agreement.state == State.DRAFTED;
                    agreement.end(acting);
                    Ended ended = new Ended(speaker.party(), reason);
                    return Uni.createFrom()
                            .item(
                                    isSecret
                                            ? acts.homeEvent(
                                                    EventTypes.AGREEMENT_ENDED, agreement, speaker.actor(), ended)
                                            : acts.events(
                                                    EventTypes.AGREEMENT_ENDED, agreement, speaker.actor(), ended));
                })
                .call(epoch::settled);
    }

    private static String reason(@Nullable Ending ending) {
        return Vocabulary.text(Vocabulary.present(ending, "").reason(), "/reason", LONGEST_REASON);
    }
}
