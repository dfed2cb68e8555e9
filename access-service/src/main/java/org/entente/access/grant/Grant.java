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
import org.entente.access.vocabulary.Document;
import org.entente.http.Problem;

/** What a partner holds under an agreement. */
@Entity
@Table(name = "partner_grant")
public class Grant extends PanacheEntityBase {
    /** Where a grant stands; that its time has passed is not stored but read from its terms. */
    public enum State {
        @JsonProperty("live")
        LIVE,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("expired")
        EXPIRED
    }

    @Id
    UUID id;

    UUID agreement;

    String partner;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(columnDefinition = "text")
    String terms;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected Grant() {}

    static Grant issued(String partner, GrantTerms terms) {
        Grant grant = new Grant();
        grant.id = UUID.randomUUID();
        grant.agreement = terms.agreement();
        grant.partner = partner;
        grant.state = State.LIVE;
        grant.terms = Document.write(terms);
        return grant;
    }

    GrantTerms terms() {
        return Document.read(terms, GrantTerms.class);
    }

    /** The state at an instant: a grant expires by itself. */
    State stateAt(Instant instant) {
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
}
