package org.entente.access.officer;

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
import java.util.List;
import java.util.UUID;
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

/** The persons who speak for a partner; once one was named, only those verified bind it. */
@Path("/access/partners/{code}/counterparts")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CounterpartResource {
    private static final int LONGEST_TEXT = 200;

    private final Caller caller;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    CounterpartResource(Caller caller, Outbox outbox, Idempotency idempotency, ObjectMapper json) {
        this.caller = caller;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** Who it is; whoever says so vouches for it. */
    @Schema(examples = """
        {"name": "Colonel B. Bravo", "office": "Ministry of Defence, liaison", "account": "xbb-officer",
         "identityProvider": "xbb", "verifiedUntil": "2027-06-30T00:00:00Z"}\
        """)
    public record Vouching(
            @Nullable String name,
            @Nullable String office,
            @Nullable String account,
            @Nullable String identityProvider,
            @Nullable Instant verifiedUntil) {}

    @RegisterForReflection
    private record Told(String what, Counterpart counterpart) {}

    @POST
    @Operation(summary = "Names a counterpart and vouches for it until a day; the same account anew renews it")
    public Uni<Response> vouch(String code, Vouching vouching) {
        caller.requireHome(Role.LIAISON_OFFICER);
        Vouching stated = Vocabulary.present(vouching, "");
        Counterpart counterpart = new Counterpart(code);
        counterpart.name = Vocabulary.text(stated.name(), "/name", LONGEST_TEXT);
        counterpart.office = Vocabulary.text(stated.office(), "/office", LONGEST_TEXT);
        counterpart.account = Vocabulary.text(stated.account(), "/account", LONGEST_TEXT);
        counterpart.identityProvider = Vocabulary.text(stated.identityProvider(), "/identityProvider", LONGEST_TEXT);
        counterpart.verifiedUntil = Vocabulary.present(stated.verifiedUntil(), "/verifiedUntil");
        counterpart.vouchedBy = caller.subject();
        counterpart.voucher = caller.name();
        String actor = caller.actor();
        return idempotency.once(
                List.of(code, stated),
                () -> Partner.found(code).chain(Epoch::now).chain(now -> {
                    if (!counterpart.verifiedUntil.isAfter(now)) {
                        throw Problem.badRequest("/verifiedUntil", "has passed");
                    }
                    counterpart.vouchedAt = now;
                    return counterpart
                            .persist()
                            .chain(() -> outbox.append(event("vouched", counterpart, actor)))
                            .replaceWith(() -> new Created(
                                    "/access/partners/" + code + "/counterparts/" + counterpart.id, counterpart));
                }));
    }

    @GET
    @Operation(summary = "All counterparts there ever were, by name; for the home side")
    public Uni<List<Counterpart>> list(String code) {
        caller.requireHome(
                Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY, Role.AUDITOR, Role.ORIGINATOR);
        return Panache.withSession(
                () -> Partner.found(code).chain(() -> Counterpart.list("partner = ?1 order by name, vouchedAt", code)));
    }

    @POST
    @Path("/{id}/dismissal")
    @Operation(summary = "Says that a counterpart speaks for the partner no more, at once")
    public Uni<Counterpart> dismiss(String code, UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER);
        String by = caller.name();
        String actor = caller.actor();
        return Epoch.change(() -> Partner.locked(code)
                .chain(() -> Counterpart.<Counterpart>findById(id))
                .chain(counterpart -> {
                    if (counterpart == null || !counterpart.partner.equals(code)) {
                        throw Problem.notFound();
                    }
                    if (counterpart.dismissedAt != null) {
                        throw Problem.conflict(null, "The counterpart was dismissed already.");
                    }
                    return Epoch.now()
                            .invoke(now -> {
                                counterpart.dismissedAt = now;
                                counterpart.dismissedBy = by;
                            })
                            .chain(() -> outbox.append(event("dismissed", counterpart, actor)))
                            .replaceWith(counterpart);
                }));
    }

    private Event event(String what, Counterpart counterpart, String actor) {
        return Event.of(
                EventTypes.PARTNER_FILE_CHANGED,
                counterpart.partner,
                null,
                actor,
                json.valueToTree(new Told("counterpart " + what, counterpart)));
    }
}
