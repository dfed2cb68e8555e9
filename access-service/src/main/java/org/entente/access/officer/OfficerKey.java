package org.entente.access.officer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.entente.access.revision.Revision;
import org.entente.access.seal.PublicJwk;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** A public key with which an officer signs for a party: registered by one person, vouched for by another. */
@Entity
@Table(name = "officer_key")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class OfficerKey extends PanacheEntityBase {
    /** Where it stands. */
    public enum State {
        @JsonProperty("proposed")
        PROPOSED,
        @JsonProperty("vouched")
        VOUCHED,
        @JsonProperty("revoked")
        REVOKED
    }

    /** Who acts: the stable identifier, and the name for people to read. */
    record Person(String subject, String name) {}

    @Id
    public String kid;

    public String party;
    public String officer;

    @JsonIgnore
    @Column(columnDefinition = "text")
    String jwk;

    @Enumerated(EnumType.STRING)
    public State state;

    @JsonIgnore
    @Column(name = "registered_by")
    String registeredBy;

    @JsonProperty("registeredBy")
    public String registrar;

    @Column(name = "registered_at")
    public Instant registeredAt;

    @JsonIgnore
    @Column(name = "vouched_by")
    @Nullable String vouchedBy;

    @JsonProperty("vouchedBy")
    public @Nullable String voucher;

    @Column(name = "vouched_at")
    public @Nullable Instant vouchedAt;

    @Column(name = "revoked_by")
    public @Nullable String revokedBy;

    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;

    @Version
    @JsonIgnore
    @Column(name = "lock_version")
    long lockVersion;

    protected OfficerKey() {}

    static OfficerKey proposed(PublicJwk key, String party, String officer, Person registrar, Instant now) {
        OfficerKey registered = new OfficerKey();
        registered.kid = key.kid();
        registered.party = party;
        registered.officer = officer;
        registered.jwk = key.json();
        registered.state = State.PROPOSED;
        registered.registeredBy = registrar.subject();
        registered.registrar = registrar.name();
        registered.registeredAt = now;
        return registered;
    }

    @JsonIgnore
    public PublicJwk publicKey() {
        return PublicJwk.parse(jwk);
    }

    String tag() {
        return Revision.tag(kid, lockVersion);
    }

    /** A second person stands for it: from now on the party's consents are signed. */
    void vouch(Person person, Instant now) {
        if (state != State.PROPOSED) {
            throw Problem.conflict(null, "The key is not open for vouching.");
        }
        if (registeredBy.equals(person.subject())) {
            throw Problem.forbidden("Another person than the one who registered it has to vouch for it.");
        }
        state = State.VOUCHED;
        vouchedBy = person.subject();
        voucher = person.name();
        vouchedAt = now;
    }

    /** One person is enough; what it signed before stays signed. */
    void revoke(Person person, Instant now) {
        if (state == State.REVOKED) {
            throw Problem.conflict(null, "The key was revoked already.");
        }
        state = State.REVOKED;
        revokedBy = person.name();
        revokedAt = now;
    }
}
