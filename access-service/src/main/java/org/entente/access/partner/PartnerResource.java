package org.entente.access.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.Epoch;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.label.Nation;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Partners, registered by the home side; a posture falls at once and by one person. */
@Path("/access/partners/{code}")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PartnerResource {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;

    PartnerResource(Caller caller, Vocabulary vocabulary, Epoch epoch, Outbox outbox, ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
    }

    /** What is said of a partner. */
    @Schema(examples = "{\"name\": \"Republic of XBB\"}")
    public record Registration(@Nullable String name) {}

    /** A stricter posture, and why. */
    @Schema(examples = "{\"posture\": \"contained\", \"reason\": \"Reported an intrusion into its registry.\"}")
    public record PostureChange(
            @Nullable Posture posture, @Nullable String reason) {}

    @RegisterForReflection
    private record PostureChanged(Posture from, Posture to, String reason) {}

    @PUT
    @Operation(summary = "Registers a partner, or renames it")
    public Uni<Response> register(String code, Registration registration) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        String name = Vocabulary.text(Vocabulary.present(registration, "").name(), "/name", LONGEST_NAME);
        if (!Nation.isNation(code) || code.equals(vocabulary.home())) {
            throw Problem.badRequest("code", "is not another nation of ISO 3166-1 alpha-3");
        }
        String actor = caller.actor();
        return Epoch.change(() -> Partner.<Partner>findById(code)
                .chain(known -> known == null ? create(new Partner(code, name), actor) : rename(known, name)));
    }

    private Uni<Response> create(Partner partner, String actor) {
        Event registered =
                Event.of(EventTypes.PARTNER_REGISTERED, partner.code, partner.code, actor, json.valueToTree(partner));
        return partner.persist()
                .chain(epoch::advance)
                .chain(() -> outbox.append(registered))
                .replaceWith(() -> Response.created(URI.create("/access/partners/" + partner.code))
                        .entity(partner)
                        .build());
    }

    private Uni<Response> rename(Partner partner, String name) {
        partner.name = name;
        return epoch.advance().replaceWith(() -> Response.ok(partner).build());
    }

    @GET
    @Operation(summary = "A partner and its posture; for the home side")
    public Uni<Partner> get(String code) {
        caller.requireHome(
                Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY, Role.AUDITOR, Role.ORIGINATOR);
        return Panache.withSession(() -> found(code));
    }

    @POST
    @Path("/posture")
    @Operation(summary = "Lowers a partner's posture, effective before the answer")
    public Uni<Partner> lower(String code, PostureChange change) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.CRISIS_AUTHORITY);
        Posture posture = Vocabulary.present(Vocabulary.present(change, "").posture(), "/posture");
        String reason = Vocabulary.text(change.reason(), "/reason", LONGEST_REASON);
        String actor = caller.actor();
        return Epoch.change(() -> found(code).chain(partner -> lower(partner, posture, reason, actor)))
                .call(epoch::settled);
    }

    private Uni<Partner> lower(Partner partner, Posture posture, String reason, String actor) {
        if (!posture.isStricterThan(partner.posture)) {
            throw Problem.conflict("/posture", "is not stricter than the present one; restoring takes two persons");
        }
        PostureChanged changed = new PostureChanged(partner.posture, posture, reason);
        partner.posture = posture;
        // Addressed to nobody: that a partner is watched is not for the partner to read.
        Event event = Event.of(EventTypes.POSTURE_CHANGED, partner.code, null, actor, json.valueToTree(changed));
        return epoch.advance().chain(() -> outbox.append(event)).replaceWith(partner);
    }

    private static Uni<Partner> found(String code) {
        return Partner.<Partner>findById(code).onItem().ifNull().failWith(Problem::notFound);
    }
}
