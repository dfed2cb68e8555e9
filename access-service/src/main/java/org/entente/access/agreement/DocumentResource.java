package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.TemplateData;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entente.access.agreement.Article.Written;
import org.entente.access.officer.OfficerKey;
import org.entente.access.seal.SealKeysResource;
import org.entente.access.seal.SealKeysResource.Keys;
import org.entente.access.seal.Statement;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** An agreement as a document: what was signed, the signatures, and the keys that verify them; for machines also as ODRL. */
@Path("/access/agreements/{id}/document")
@Authenticated
public class DocumentResource {
    static final String JSON_LD = "application/ld+json";

    private final Vocabulary vocabulary;
    private final AgreementActs acts;
    private final Signing signing;
    private final SealKeysResource seals;

    DocumentResource(Vocabulary vocabulary, AgreementActs acts, Signing signing, SealKeysResource seals) {
        this.vocabulary = vocabulary;
        this.acts = acts;
        this.signing = signing;
        this.seals = seals;
    }

    /** A key of a party that signs, with who stands for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfficersKey(
            String party,
            String officer,
            OfficerKey.State state,
            @Nullable String vouchedBy,
            @Nullable Instant vouchedAt,
            @Nullable Instant revokedAt,
            JsonNode jwk) {
        static OfficersKey of(OfficerKey key) {
            return new OfficersKey(
                    key.party,
                    key.officer,
                    key.state,
                    key.voucher,
                    key.vouchedAt,
                    key.revokedAt,
                    key.publicKey().document());
        }
    }

    /**
     * All that a third party needs to verify every consent.
     *
     * @param document that was signed; its canonical form (RFC 8785) has the digest
     * @param sha256 lower-case hexadecimal
     * @param articles the document in words, under the names by which decisions cite it
     * @param consents to this version, each with its JWS
     * @param sealKeys of this service
     * @param officerKeys of the parties, revoked ones too
     * @param toSign what the caller would sign to consent to this version, but for the time; its canonical form is the payload
     */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signed(
            JsonNode document,
            String sha256,
            List<Written> articles,
            List<Consent> consents,
            List<Resumption> resumptions,
            Keys sealKeys,
            List<OfficersKey> officerKeys,
            @Nullable Statement toSign) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, JSON_LD})
    @Operation(
            summary =
                    "The document with all signatures and keys, for the parties; in application/ld+json as an ODRL 2.2"
                            + " policy",
            description =
                    "Verify: the SHA-256 of the canonical form of document is sha256; each signature verifies with the"
                            + " key that its kid names, and its payload names this agreement, version, digest, party and"
                            + " officer. Seals (typ entente-seal+jws) are the service's, consents (entente-consent+jws) an"
                            + " officer's own.")
    @APIResponseSchema(Signed.class)
    public Uni<Response> get(
            UUID id,
            @QueryParam("version") @Nullable Integer version,
            @HeaderParam("Accept") @DefaultValue("*/*") String accept) {
        return accept.contains(JSON_LD)
                ? odrl(id, version).map(policy -> Response.ok(policy, JSON_LD).build())
                : signed(id, version).map(signed -> Response.ok(signed, MediaType.APPLICATION_JSON)
                        .build());
    }

    /** The document of a version, or of the one that counts, with what verifies it. */
    Uni<Signed> signed(UUID id, @Nullable Integer version) {
        acts.requireReader();
        Speaker speaker = acts.speaker();
        return Panache.withSession(() -> acts.mine(id, speaker.mover())
                        .chain(agreement -> deed(agreement, version).chain(deed -> AgreementActs.now()
                                .chain(now -> keys(deed).map(keys -> signed(agreement, deed, keys, speaker, now))))))
                .chain(signed -> seals.keys().map(keys -> signed.sealed(keys)));
    }

    /** The policy in JSON-LD. */
    Uni<String> odrl(UUID id, @Nullable Integer version) {
        acts.requireReader();
        Move.Mover mover = acts.speaker().mover();
        return Panache.withSession(() -> acts.mine(id, mover).chain(agreement -> deed(agreement, version)))
                .map(deed -> OdrlPolicy.of(deed).toString());
    }

    private Uni<Deed> deed(Agreement agreement, @Nullable Integer version) {
        if (version == null || version == agreement.version) {
            return Uni.createFrom()
                    .item(Deed.of(agreement.id, agreement.version, agreement.terms(), vocabulary.home()));
        }
        return AgreementVersion.of(agreement.id).map(versions -> versions.stream()
                .filter(kept -> kept.version() == version)
                .map(AgreementVersion::document)
                .findFirst()
                .orElseThrow(Problem::notFound));
    }

    private static Uni<List<OfficerKey>> keys(Deed deed) {
        return OfficerKey.list(
                "party in ?1 and state <> ?2 order by registeredAt, kid", deed.parties(), OfficerKey.State.PROPOSED);
    }

    private Part signed(Agreement agreement, Deed deed, List<OfficerKey> keys, Speaker speaker, Instant now) {
        boolean isOpen =
                deed.version() == agreement.openVersion() && speaker.mover().isOfficer();
        return new Part(
                deed,
                agreement.consents.stream()
                        .filter(consent -> consent.version() == deed.version())
                        .toList(),
                List.copyOf(agreement.resumptions),
                keys.stream().map(OfficersKey::of).toList(),
                isOpen ? signing.statement(Statement.Act.CONSENT, deed, speaker, now) : null);
    }

    /** What the store has of it. */
    private record Part(
            Deed deed,
            List<Consent> consents,
            List<Resumption> resumptions,
            List<OfficersKey> keys,
            @Nullable Statement toSign) {
        Signed sealed(Keys seals) {
            return new Signed(
                    Document.tree(deed),
                    deed.sha256(),
                    Article.of(deed.terms()),
                    consents,
                    resumptions,
                    seals,
                    keys,
                    toSign);
        }
    }
}
