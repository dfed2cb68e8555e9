package org.entente.access.agreement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.epoch.Epoch;
import org.entente.access.seal.Statement;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Consenting for a party, under signature, and taking the consent back. */
@Path("/access/agreements/{id}/consents")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
    private static final int LONGEST_REASON = 2000;

    private final Vocabulary vocabulary;
    private final AgreementActs acts;
    private final Table table;
    private final Signing signing;
    private final Epoch epoch;

    ConsentResource(Vocabulary vocabulary, AgreementActs acts, Table table, Signing signing, Epoch epoch) {
        this.vocabulary = vocabulary;
        this.acts = acts;
        this.table = table;
        this.signing = signing;
        this.epoch = epoch;
    }

    /**
     * To what a party consents.
     *
     * @param version that was read; absent for whichever is on the table
     * @param signature a JWS by a registered key, needed where the party has one
     */
    @Schema(examples = "{\"version\": 2}")
    public record Consenting(
            @Nullable Integer version, @Nullable String signature) {}

    /** Why a consent is taken back. */
    @Schema(examples = "{\"reason\": \"Our parliament did not agree.\"}")
    public record Taking(@Nullable String reason) {}

    @RegisterForReflection
    private record Withdrawn(String by, String reason) {}

    @POST
    @Operation(
            summary =
                    "Consents for the caller's nation; the last consent puts the agreement, or the amendment, in force",
            description = "Needs a strong login (entente.agreement.consent-assurance), and of a partner that has named"
                    + " counterparts one of them. Where the nation has registered keys, signature holds a JWS by"
                    + " the officer's key over the statement that GET …/document shows; elsewhere the service"
                    + " seals the act.")
    @APIResponse(responseCode = "401", description = "A stronger login is needed (RFC 9470).")
    @APIResponse(responseCode = "412", description = "It has changed meanwhile; member current holds what it is now.")
    @APIResponse(responseCode = "422", description = "The signature is missing or not of this act.")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> consent(UUID id, @Nullable Consenting consenting) {
        Speaker speaker = acts.speaker();
        Optional<Consenting> stated = Optional.ofNullable(consenting);
        return acts.change(id, speaker, (agreement, acting) -> {
                    requireRead(stated.map(Consenting::version), agreement);
                    return signed(
                            agreement,
                            acting,
                            speaker,
                            stated.map(Consenting::signature).orElse(null));
                })
                .call(epoch::settled);
    }

    private Uni<List<Event>> signed(Agreement agreement, Acting acting, Speaker speaker, @Nullable String submitted) {
        agreement.require(Move.CONSENT, acting);
        Deed deed = agreement.deed(vocabulary.home());
        return signing.requireBinding(speaker, acting.now())
                .chain(() -> signing.signature(Statement.Act.CONSENT, deed, speaker, submitted, acting.now()))
                .map(signature -> {
                    Consent consent = Table.consent(deed.version(), speaker, signature, acting.now());
                    boolean isAmended = agreement.consent(consent, acting);
                    return consented(agreement, acting, speaker.actor(), consent, isAmended);
                });
    }

    private List<Event> consented(
            Agreement agreement, Acting acting, String actor, Consent consent, boolean isAmended) {
        List<Event> events = new ArrayList<>(acts.events(EventTypes.AGREEMENT_CONSENTED, agreement, actor, consent));
        boolean isInForce = agreement.state == State.IN_FORCE && agreement.amendment == null;
        if (isAmended || isInForce) {
            String type = isAmended ? EventTypes.AGREEMENT_AMENDED : EventTypes.AGREEMENT_IN_FORCE;
            events.addAll(acts.events(type, agreement, actor, AgreementView.of(agreement, acting.now())));
        }
        return events;
    }

    private static void requireRead(Optional<Integer> version, Agreement agreement) {
        if (version.filter(stated -> stated != agreement.openVersion()).isPresent()) {
            throw Problem.preconditionFailed("Another version is on the table than the one stated.");
        }
    }

    @POST
    @Path("/withdrawal")
    @Operation(
            summary = "Takes back the caller's nation's consent, alone and effective before the answer",
            description =
                    "What was in force is not any more; the same terms are open under the next number, and every party"
                            + " has to consent anew.")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> withdraw(UUID id, Taking taking) {
        String reason = Vocabulary.text(Vocabulary.present(taking, "").reason(), "/reason", LONGEST_REASON);
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> {
                    agreement.withdrawConsent(acting);
                    return table.reopen(agreement, speaker, reason, acting)
                            .replaceWith(() -> acts.events(
                                    EventTypes.AGREEMENT_CONSENT_WITHDRAWN,
                                    agreement,
                                    speaker.actor(),
                                    new Withdrawn(speaker.party(), reason)));
                })
                .call(epoch::settled);
    }
}
