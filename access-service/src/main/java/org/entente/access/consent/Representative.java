package org.entente.access.consent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.access.countersigned.Countersignature;
import org.entente.access.countersigned.Countersigned;
import org.entente.access.countersigned.State;
import org.entente.access.vocabulary.Document;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person who may speak for an owner of rights. */
@Entity
@Table(name = "representative")
@DynamicUpdate // the service may change where it stands, and never what was proposed
public class Representative extends Countersigned {
    @Column(name = "owner")
    String owner;

    @Column(name = "nation")
    String nation;

    @Column(name = "person")
    String person;

    protected Representative() {}

    static Representative of(RepresentativeTerms stated) {
        Representative representative = new Representative();
        representative.owner = stated.owner();
        representative.nation = stated.nation();
        representative.person = stated.person();
        representative.validUntil = stated.until();
        representative.terms = Document.write(stated);
        return representative;
    }

    /** As the home side reads it. */
    @RegisterForReflection
    public record View(
            UUID id,
            @JsonUnwrapped Countersignature signature,
            @JsonUnwrapped RepresentativeTerms terms) {}

    /** The owners for whom a person may speak at an instant; within the current session. */
    static Uni<Set<String>> ownersOf(String person, String nation, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select owner from Representative where person = ?1 and nation = ?2"
                                        + " and state = ?3 and validUntil > ?4",
                                String.class)
                        .setParameter(1, person)
                        .setParameter(2, nation)
                        .setParameter(3, State.IN_FORCE)
                        .setParameter(4, now)
                        .getResultList())
                .map((List<String> owners) -> Set.copyOf(owners));
    }

    @Override
    protected Set<String> concerned() {
        return Set.of(person);
    }

    @Override
    protected @Nullable String audience() {
        return null;
    }

    @Override
    public Object view(Instant now) {
        return new View(id, signature(now), Document.read(terms, RepresentativeTerms.class));
    }
}
