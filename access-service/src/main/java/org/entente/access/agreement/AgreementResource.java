package org.entente.access.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Partner;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Proposing, consenting to, reading and ending agreements. */
@Path("/access/agreements")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AgreementResource {
    private static final int FIRST_VERSION = 1;
    private static final int LONGEST_REASON = 2000;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    AgreementResource(
            Caller caller,
            Vocabulary vocabulary,
            Epoch epoch,
            Outbox outbox,
            Idempotency idempotency,
            ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.epoch = epoch;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** Why an agreement ends. */
    @Schema(examples = "{\"reason\": \"Replaced by a wider agreement.\"}")
    public record Ending(@Nullable String reason) {}

    @RegisterForReflection
    private record Ended(String by, String reason) {}

    @POST
    @Operation(summary = "Proposes an agreement; proposing is the home side's consent")
    public Uni<Response> propose(Proposal proposal) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Terms terms = Vocabulary.present(proposal, "").checked(vocabulary);
        Consent first = consent(FIRST_VERSION);
        String actor = caller.actor();
        return idempotency.once(terms, () -> Partner.findById(terms.partner())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.badRequest("/partner", "is not a registered partner"))
                .chain(() -> create(Agreement.proposed(terms, first), actor)));
    }

    private Uni<Created> create(Agreement agreement, String actor) {
        AgreementView view = AgreementView.of(agreement, Instant.now());
        return agreement
                .persist()
                .chain(epoch::advance)
                .chain(() -> outbox.append(event(EventTypes.AGREEMENT_PROPOSED, agreement, actor, view)))
                .replaceWith(new Created("/access/agreements/" + agreement.id, view));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An agreement, for its parties")
    public Uni<AgreementView> get(UUID id) {
        requireReader();
        return Panache.withSession(() -> mine(id)).map(agreement -> AgreementView.of(agreement, Instant.now()));
    }

    @POST
    @Path("/{id}/consents")
    @Operation(summary = "Consents for the caller's nation; the last consent puts the agreement in force")
    public Uni<AgreementView> consent(UUID id) {
        Move.Mover mover = mover();
        String actor = caller.actor();
        return change(id, (agreement, now) -> {
            Consent consent = consent(agreement.version);
            agreement.consent(consent, mover, vocabulary.home());
            Event consented = event(EventTypes.AGREEMENT_CONSENTED, agreement, actor, consent);
            return agreement.state == State.IN_FORCE
                    ? new Event[] {
                        consented,
                        event(EventTypes.AGREEMENT_IN_FORCE, agreement, actor, AgreementView.of(agreement, now))
                    }
                    : new Event[] {consented};
        });
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "Ends an agreement, by either party alone and effective before the answer")
    public Uni<AgreementView> end(UUID id, Ending ending) {
        String reason = Vocabulary.text(Vocabulary.present(ending, "").reason(), "/reason", LONGEST_REASON);
        Move.Mover mover = mover();
        String actor = caller.actor();
        return change(id, (agreement, now) -> {
                    agreement.end(mover, vocabulary.home(), now);
                    Ended ended = new Ended(mover.nation(), reason);
                    return new Event[] {event(EventTypes.AGREEMENT_ENDED, agreement, actor, ended)};
                })
                .call(epoch::settled);
    }

    private Uni<AgreementView> change(UUID id, BiFunction<Agreement, Instant, Event[]> move) {
        Instant now = Instant.now();
        return Epoch.change(() -> mine(id).chain(agreement -> {
            Event[] events = move.apply(agreement, now);
            return epoch.advance()
                    .chain(() -> outbox.append(events))
                    .replaceWith(() -> AgreementView.of(agreement, now));
        }));
    }

    /** The agreement if the caller's nation is a party to it; to all others there is no such agreement. */
    private Uni<Agreement> mine(UUID id) {
        boolean isHome = caller.isHome();
        String nation = caller.nation();
        return Agreement.<Agreement>findById(id).map(agreement -> {
            if (agreement == null || !(isHome || agreement.partner.equals(nation))) {
                throw Problem.notFound();
            }
            return agreement;
        });
    }

    private void requireReader() {
        if (caller.isHome()) {
            caller.requireHome(
                    Role.LIAISON_OFFICER,
                    Role.POLICY_ADMINISTRATOR,
                    Role.CRISIS_AUTHORITY,
                    Role.AUDITOR,
                    Role.ORIGINATOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        }
    }

    private Move.Mover mover() {
        return new Move.Mover(caller.nation(), caller.has(Role.LIAISON_OFFICER));
    }

    private Consent consent(int version) {
        // The database keeps microseconds; what is answered now must be what is read later.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Consent(version, caller.nation(), caller.name(), now);
    }

    private Event event(String type, Agreement agreement, String actor, Object data) {
        return Event.of(type, agreement.id.toString(), agreement.partner, actor, json.valueToTree(data));
    }
}
