package org.entente.access.officer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.epoch.Epoch;
import org.entente.access.officer.OfficerKey.Person;
import org.entente.access.partner.Partner;
import org.entente.access.revision.Latecomer;
import org.entente.access.revision.Revision;
import org.entente.access.seal.PublicJwk;
import org.entente.access.seal.RefusedSignatureException;
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

/** Keys with which officers of a party sign; a party that has one signs all its consents with them. */
@Path("/access/partners/{code}/keys")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OfficerKeyResource {
    private static final int LONGEST_NAME = 200;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Revision revision;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    OfficerKeyResource(
            Caller caller,
            Vocabulary vocabulary,
            Revision revision,
            Outbox outbox,
            Idempotency idempotency,
            ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.revision = revision;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** Whose key it is, and the key. */
    @Schema(examples = """
        {"officer": "xbb-officer", "jwk": {"kty": "OKP", "crv": "Ed25519",
          "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}\
        """)
    public record Registration(
            @Nullable String officer,
            @Schema(type = SchemaType.OBJECT) @Nullable ObjectNode jwk) {}

    /** A key with what is known of it. */
    public record Registered(OfficerKey key, JsonNode jwk) {
        static Registered of(OfficerKey key) {
            return new Registered(key, key.publicKey().document());
        }
    }

    @POST
    @Operation(summary = "Registers a public Ed25519 key of an officer; it counts once another person vouches for it")
    public Uni<Response> register(String code, Registration registration) {
        requireSpeakerOf(code);
        String officer = Vocabulary.text(Vocabulary.present(registration, "").officer(), "/officer", LONGEST_NAME);
        PublicJwk key = key(Vocabulary.present(registration.jwk(), "/jwk"));
        Person person = person();
        String actor = caller.actor();
        return idempotency.once(registration, () -> known(code)
                .chain(() -> OfficerKey.<OfficerKey>findById(key.kid()))
                .chain(known -> {
                    if (known != null) {
                        throw Problem.conflict("/jwk", "is registered already");
                    }
                    return Epoch.now();
                })
                .chain(now -> create(OfficerKey.proposed(key, code, officer, person, now), actor)));
    }

    private Uni<Created> create(OfficerKey key, String actor) {
        return key.persist()
                .chain(() -> outbox.append(event(EventTypes.OFFICER_KEY_REGISTERED, key, actor)))
                .replaceWith(
                        () -> new Created("/access/partners/" + key.party + "/keys/" + key.kid, Registered.of(key)));
    }

    @GET
    @Operation(summary = "The keys of a party, revoked ones too, for the home side and the party")
    public Uni<List<Registered>> list(String code) {
        PartnerFile.requireReader(caller, code);
        return Panache.withSession(() -> OfficerKey.<OfficerKey>list("party = ?1 order by registeredAt, kid", code))
                .map(keys -> keys.stream().map(Registered::of).toList());
    }

    @POST
    @Path("/{kid}/vouching")
    @Operation(
            summary = "Vouches for a key: an officer of the home side, another person than the one who registered it")
    @APIResponseSchema(Registered.class)
    public Uni<Response> vouch(String code, String kid) {
        caller.requireHome(Role.LIAISON_OFFICER);
        return change(code, kid, OfficerKey::vouch, EventTypes.OFFICER_KEY_VOUCHED);
    }

    @POST
    @Path("/{kid}/revocation")
    @Operation(summary = "Revokes a key, by an officer of the home side or of its party alone")
    @APIResponseSchema(Registered.class)
    public Uni<Response> revoke(String code, String kid) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER);
        } else {
            requireSpeakerOf(code);
        }
        return change(code, kid, OfficerKey::revoke, EventTypes.OFFICER_KEY_REVOKED);
    }

    private interface Act {
        void on(OfficerKey key, Person person, Instant now);
    }

    private Uni<Response> change(String code, String kid, Act act, String type) {
        Person person = person();
        String actor = caller.actor();
        Revision.Expected expected = revision.expected();
        Uni<Response> changed = Epoch.change(() -> found(code, kid).chain(key -> Epoch.now()
                .invoke(now -> {
                    expected.require(key.tag());
                    act.on(key, person, now);
                })
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> outbox.append(event(type, key, actor)))
                .replaceWith(() -> Response.ok(Registered.of(key))
                        .header("ETag", key.tag())
                        .build())));
        return Latecomer.told(changed, () -> Panache.withSession(() -> found(code, kid))
                .map(key -> json.valueToTree(Registered.of(key))));
    }

    private static Uni<OfficerKey> found(String code, String kid) {
        return OfficerKey.<OfficerKey>findById(kid).map(key -> {
            if (key == null || !key.party.equals(code)) {
                throw Problem.notFound();
            }
            return key;
        });
    }

    /** The home side is a party without being a partner. */
    private Uni<Void> known(String code) {
        return code.equals(vocabulary.home())
                ? Uni.createFrom().voidItem()
                : Partner.found(code).replaceWithVoid();
    }

    private void requireSpeakerOf(String code) {
        if (!caller.nation().equals(code)) {
            throw Problem.notFound();
        }
        if (!caller.has(Role.LIAISON_OFFICER)) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
    }

    private static PublicJwk key(ObjectNode jwk) {
        try {
            return PublicJwk.parse(jwk.toString());
        } catch (RefusedSignatureException refusal) {
            throw Problem.badRequest("/jwk", refusal.why());
        }
    }

    private Person person() {
        return new Person(caller.subject(), caller.name());
    }

    private Event event(String type, OfficerKey key, String actor) {
        String partner = key.party.equals(vocabulary.home()) ? null : key.party;
        return Event.of(type, key.kid, partner, actor, json.valueToTree(Registered.of(key)));
    }
}
