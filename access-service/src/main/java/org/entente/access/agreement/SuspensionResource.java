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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.epoch.Epoch;
import org.entente.access.seal.Statement;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** Halting an agreement, by any party alone, and going on, by all. */
@Path("/access/agreements/{id}/suspension")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SuspensionResource {
    private static final int LONGEST_REASON = 2000;

    private final Vocabulary vocabulary;
    private final AgreementActs acts;
    private final Signing signing;
    private final Epoch epoch;

    SuspensionResource(Vocabulary vocabulary, AgreementActs acts, Signing signing, Epoch epoch) {
        this.vocabulary = vocabulary;
        this.acts = acts;
        this.signing = signing;
        this.epoch = epoch;
    }

    /** Why. */
    @Schema(examples = "{\"reason\": \"A report of onward sharing is being looked into.\"}")
    public record Suspending(@Nullable String reason) {}

    /** Signature of the resumption, a JWS by a registered key, needed where the party has one. */
    @Schema(examples = "{}")
    public record Resuming(@Nullable String signature) {}

    @RegisterForReflection
    private record Suspended(String by, String reason) {}

    @POST
    @Operation(summary = "Suspends an agreement in force, by any party alone and effective before the answer")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> suspend(UUID id, Suspending suspending) {
        String reason = Vocabulary.text(Vocabulary.present(suspending, "").reason(), "/reason", LONGEST_REASON);
        Speaker speaker = acts.speaker();
        return acts.change(id, speaker, (agreement, acting) -> {
                    agreement.suspend(speaker.party(), reason, acting);
                    return Uni.createFrom()
                            .item(acts.events(
                                    EventTypes.AGREEMENT_SUSPENDED,
                                    agreement,
                                    speaker.actor(),
                                    new Suspended(speaker.party(), reason)));
                })
                .call(epoch::settled);
    }

    @POST
    @Path("/resumption")
    @Operation(
            summary = "Says for the caller's nation that it would resume; once all parties have, it is in force again")
    @APIResponseSchema(AgreementView.class)
    public Uni<Response> resume(UUID id, @Nullable Resuming resuming) {
        Speaker speaker = acts.speaker();
        String signature = resuming == null ? null : resuming.signature();
        return acts.change(id, speaker, (agreement, acting) -> resumed(agreement, acting, speaker, signature));
    }

    private Uni<List<Event>> resumed(Agreement agreement, Acting acting, Speaker speaker, @Nullable String submitted) {
        agreement.require(Move.RESUME, acting);
        Deed deed = Deed.of(agreement.id, agreement.version, agreement.terms(), vocabulary.home());
        return signing.requireBinding(speaker, acting.now())
                .chain(() -> signing.signature(Statement.Act.RESUME, deed, speaker, submitted, acting.now()))
                .map(signature -> {
                    Resumption resumption = new Resumption(
                            agreement.halt.count,
                            speaker.party(),
                            speaker.officer(),
                            speaker.subject(),
                            acting.now(),
                            signature);
                    agreement.resume(resumption, acting);
                    return told(agreement, acting, speaker.actor(), resumption);
                });
    }

    private List<Event> told(Agreement agreement, Acting acting, String actor, Resumption resumption) {
        List<Event> events =
                new ArrayList<>(acts.events(EventTypes.AGREEMENT_RESUMPTION_AGREED, agreement, actor, resumption));
        if (agreement.state == State.IN_FORCE) {
            events.addAll(acts.events(
                    EventTypes.AGREEMENT_RESUMED, agreement, actor, AgreementView.of(agreement, acting.now())));
        }
        return events;
    }
}
