package org.entente.access.grant;

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
import java.util.UUID;
import org.entente.access.version.Versioned;
import org.entente.access.vocabulary.Document;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What a partner holds under an agreement. */
@Entity
@Table(name = "partner_grant")
public class Grant extends PanacheEntityBase implements Versioned {
    /** Where a grant stands; that its time has passed is not stored but read from its terms. */
    public enum State {
        @JsonProperty("live")
        LIVE,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("expired")
        EXPIRED
    }

    /**
     * Whom it goes back to, by {@code sub}: they do not review it.
     *
     * @param issuer of the home side
     * @param requester of the partner; absent where nobody asked
     */
    public record Origin(@Nullable String issuer, @Nullable String requester) {}

    @Id
    UUID id;

    UUID agreement;

    String partner;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(columnDefinition = "text")
    String terms;

    @Nullable @Column(name = "issued_by")
    String issuedBy;

    @Nullable @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected Grant() {}

    static Grant issued(String partner, GrantTerms terms, Origin origin, Instant now) {
        Grant grant = new Grant();
        grant.id = UUID.randomUUID();
        grant.agreement = terms.agreement();
        grant.partner = partner;
        grant.state = State.LIVE;
        grant.terms = Document.write(terms);
        grant.issuedBy = origin.issuer();
        grant.requestedBy = origin.requester();
        grant.issuedAt = now;
        return grant;
    }

    public UUID id() {
        return id;
    }

    public String partner() {
        return partner;
    }

    public GrantTerms terms() {
        return Document.read(terms, GrantTerms.class);
    }

    public Origin origin() {
        return new Origin(issuedBy, requestedBy);
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    @Override
    public long version() {
        return lockVersion;
    }

    /** The state at an instant: a grant expires by itself. */
    public State stateAt(Instant instant) {
        boolean over = !instant.isBefore(terms().until());
        return over && state == State.LIVE ? State.EXPIRED : state;
    }

    /** Ends it for good; an expired one too, so that no later change of its time brings it back. */
    void withdraw() {
        if (state == State.WITHDRAWN) {
            throw Problem.conflict(null, "The grant was withdrawn already.");
        }
        state = State.WITHDRAWN;
    }

    /** Makes it say less; a 422 problem where it would say more in any respect, 409 where it is over. */
    void narrow(GrantTerms narrower, Instant now) {
        requireLive(now);
        Width.requireWithin(narrower, terms(), "the grant is");
        terms = Document.write(narrower);
    }

    /** Sets when it is to be reviewed next. */
    void reviewBy(@Nullable Instant due, Instant now) {
        requireLive(now);
        terms = Document.write(terms().reviewedBy(due));
    }

    private void requireLive(Instant now) {
        if (stateAt(now) != State.LIVE) {
            throw Problem.conflict(null, "The grant is not live any more.");
        }
    }
}
