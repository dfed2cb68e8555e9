package org.entente.access.grant;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.agreement.Agreement;
import org.entente.access.agreement.State;
import org.entente.access.epoch.Epoch;
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

/** Issuing, reading and withdrawing grants. */
@Path("/access/grants")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GrantResource {
    private static final int LONGEST_REASON = 2000;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    GrantResource(
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

    /** Why a grant is withdrawn. */
    @Schema(examples = "{\"reason\": \"No longer needed.\"}")
    public record Withdrawal(@Nullable String reason) {}

    @RegisterForReflection
    private record Withdrawn(UUID agreement, String reason) {}

    @POST
    @Operation(summary = "Issues a grant under an agreement in force, never wider than it")
    public Uni<Response> issue(Issue issue) {
        caller.requireHome(Role.LIAISON_OFFICER);
        GrantTerms terms = Vocabulary.present(issue, "").checked(vocabulary);
        String actor = caller.actor();
        return idempotency.once(terms, () -> Agreement.<Agreement>findById(terms.agreement())
                .chain(agreement -> create(Grant.issued(holder(agreement, terms), terms), actor)));
    }

    /** The partner who may hold such a grant under the agreement. */
    private static String holder(@Nullable Agreement agreement, GrantTerms terms) {
        if (agreement == null || agreement.stateAt(Instant.now()) != State.IN_FORCE) {
            throw Problem.unprocessable("/agreement", "is not an agreement in force");
        }
        Issue.requireNotWider(terms, agreement.terms());
        return agreement.partner;
    }

    private Uni<Created> create(Grant grant, String actor) {
        GrantView view = GrantView.of(grant, Instant.now());
        return grant.persist()
                .chain(epoch::advance)
                .chain(() -> outbox.append(event(EventTypes.GRANT_ISSUED, grant, actor, view)))
                .replaceWith(new Created("/access/grants/" + grant.id, view));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A grant, for the home side and its holder")
    public Uni<GrantView> get(UUID id) {
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
        boolean isHome = caller.isHome();
        String nation = caller.nation();
        return Panache.withSession(() -> found(id)).map(grant -> {
            if (!isHome && !grant.partner.equals(nation)) {
                throw Problem.notFound();
            }
            return GrantView.of(grant, Instant.now());
        });
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraws a grant, effective before the answer")
    public Uni<GrantView> withdraw(UUID id, Withdrawal withdrawal) {
        caller.requireHome(Role.LIAISON_OFFICER);
        String reason = Vocabulary.text(Vocabulary.present(withdrawal, "").reason(), "/reason", LONGEST_REASON);
        String actor = caller.actor();
        return Epoch.change(() -> found(id).chain(grant -> withdraw(grant, reason, actor)))
                .call(epoch::settled);
    }

    private Uni<GrantView> withdraw(Grant grant, String reason, String actor) {
        grant.withdraw();
        Event withdrawn = event(EventTypes.GRANT_WITHDRAWN, grant, actor, new Withdrawn(grant.agreement, reason));
        return epoch.advance()
                .chain(() -> outbox.append(withdrawn))
                .replaceWith(() -> GrantView.of(grant, Instant.now()));
    }

    private static Uni<Grant> found(UUID id) {
        return Grant.<Grant>findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    private Event event(String type, Grant grant, String actor, Object data) {
        return Event.of(type, grant.id.toString(), grant.partner, actor, json.valueToTree(data));
    }
}
