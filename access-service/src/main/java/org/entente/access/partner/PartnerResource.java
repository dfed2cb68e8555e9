package org.entente.access.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.epoch.Epoch;
import org.entente.access.revision.Latecomer;
import org.entente.access.revision.Revision;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Partners: states and organisations of them, registered by the home side. */
@Path("/access/partners/{code}")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PartnerResource {
    private static final int LONGEST_NAME = 200;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Epoch epoch;
    private final Revision revision;
    private final Outbox outbox;
    private final ObjectMapper json;

    PartnerResource(
            Caller caller, Vocabulary vocabulary, Epoch epoch, Revision revision, Outbox outbox, ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.epoch = epoch;
        this.revision = revision;
        this.outbox = outbox;
        this.json = json;
    }

    /** What is said of a partner. */
    @Schema(examples = "{\"name\": \"Republic of XBB\"}")
    public record Registration(@Nullable String name) {}

    @RegisterForReflection
    private record Renamed(String from, String to) {}

    @PUT
    @Operation(summary = "Registers a partner, or renames it")
    public Uni<Response> register(String code, Registration registration) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        String name = Vocabulary.text(Vocabulary.present(registration, "").name(), "/name", LONGEST_NAME);
        if (!PartnerCode.isOfAnotherThan(vocabulary.home(), code)) {
            throw Problem.badRequest(
                    "code",
                    "is neither another nation of ISO 3166-1 alpha-3 nor an organisation of one, such as XBB-CERT");
        }
        String actor = caller.actor();
        Revision.Expected expected = revision.expected();
        Uni<Response> registered = Epoch.change(() -> Partner.<Partner>findById(code)
                .chain(known -> known == null ? create(code, name, actor) : rename(known, name, actor, expected)));
        return Latecomer.told(
                registered, () -> Panache.withSession(() -> Partner.found(code)).map(json::<JsonNode>valueToTree));
    }

    /** An organisation belongs to a state that is registered. */
    private Uni<Response> create(String code, String name, String actor) {
        String state = PartnerCode.memberOf(code).orElse(code);
        return Partner.<Partner>findById(state).chain(known -> {
            if (known == null && !state.equals(code)) {
                throw Problem.badRequest("code", "is an organisation of a state that is not registered");
            }
            return create(new Partner(code, name), actor);
        });
    }

    private Uni<Response> create(Partner partner, String actor) {
        Event registered =
                Event.of(EventTypes.PARTNER_REGISTERED, partner.code, partner.code, actor, json.valueToTree(partner));
        return partner.persist()
                .chain(epoch::advance)
                .chain(() -> outbox.append(registered))
                .replaceWith(() -> Response.created(URI.create("/access/partners/" + partner.code))
                        .entity(partner)
                        .header("ETag", partner.tag())
                        .build());
    }

    private Uni<Response> rename(Partner partner, String name, String actor, Revision.Expected expected) {
        expected.require(partner.tag());
        Event renamed = Event.of(
                EventTypes.PARTNER_RENAMED,
                partner.code,
                partner.code,
                actor,
                json.valueToTree(new Renamed(partner.name, name)));
        partner.name = name;
        return epoch.advance().chain(() -> outbox.append(renamed)).replaceWith(() -> Response.ok(partner)
                .header("ETag", partner.tag())
                .build());
    }

    @GET
    @Operation(summary = "A partner and its posture; for the home side")
    @APIResponseSchema(Partner.class)
    public Uni<Response> get(String code) {
        caller.requireHome(
                Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY, Role.AUDITOR, Role.ORIGINATOR);
        return Panache.withSession(() -> Partner.found(code))
                .map(partner ->
                        Response.ok(partner).header("ETag", partner.tag()).build());
    }
}
