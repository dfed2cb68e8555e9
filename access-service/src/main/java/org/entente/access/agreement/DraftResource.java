package org.entente.access.agreement;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.agreement.AgreementVersion.Kind;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;

/** Drafts, which the home side writes before anybody else sees them. */
@Path("/access/agreement-drafts")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    private final Caller caller;
    private final Vocabulary vocabulary;
    private final AgreementActs acts;
    private final Table table;
    private final Signing signing;
    private final Idempotency idempotency;

    DraftResource(
            Caller caller,
            Vocabulary vocabulary,
            AgreementActs acts,
            Table table,
            Signing signing,
            Idempotency idempotency) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.acts = acts;
        this.table = table;
        this.signing = signing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Drafts an agreement; partners see nothing of it")
    public Uni<Response> draft(Proposal proposal) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Terms terms = Vocabulary.present(proposal, "").checked(vocabulary);
        String actor = caller.actor();
        return idempotency.once(
                terms,
                () -> Table.requireRegistered(terms).chain(AgreementActs::now).chain(now -> {
                    Agreement agreement = Agreement.drafted(terms);
                    AgreementView view = AgreementView.of(agreement, now);
                    return agreement
                            .persist()
                            .chain(() ->
                                    acts.told(acts.homeEvent(EventTypes.AGREEMENT_DRAFTED, agreement, actor, view)))
                            .replaceWith(new Created("/access/agreements/" + agreement.id, view));
                }));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Changes a draft")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> revise(UUID id, Proposal proposal) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Terms terms = Vocabulary.present(proposal, "").checked(vocabulary);
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> Table.requireRegistered(terms)
                .invoke(() -> agreement.revise(terms, acting))
                .replaceWith(() -> acts.homeEvent(
                        EventTypes.AGREEMENT_DRAFTED,
                        agreement,
                        speaker.actor(),
                        AgreementView.of(agreement, acting.now()))));
    }

    @POST
    @Path("/{id}/proposal")
    @Operation(summary = "Proposes a draft to its parties; the home side consents by it, unless it signs with keys")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> propose(UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> {
            agreement.propose(acting);
            return signing.requireBinding(speaker, acting.now())
                    .chain(() -> table.lay(agreement, Kind.PROPOSAL, speaker, null, acting))
                    .chain(() -> Table.name(agreement.id, agreement.partners()))
                    .replaceWith(() -> acts.events(
                            EventTypes.AGREEMENT_PROPOSED,
                            agreement,
                            speaker.actor(),
                            AgreementView.of(agreement, acting.now())));
        });
    }
}
