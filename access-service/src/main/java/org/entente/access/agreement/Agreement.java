package org.entente.access.agreement;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.access.vocabulary.Document;

/** A data-use agreement between the home nation and a partner. */
@Entity
@Table(name = "agreement")
public class Agreement extends PanacheEntityBase {
    @Id
    public UUID id;

    public String partner;

    @Enumerated(EnumType.STRING)
    State state;

    /** Of the terms; consent is given to one version. */
    public int version;

    @Column(columnDefinition = "text")
    String terms;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_consent", joinColumns = @JoinColumn(name = "agreement"))
    Set<Consent> consents = new HashSet<>();

    protected Agreement() {}

    /** A proposal, to which the proposing side consents by proposing. */
    static Agreement proposed(Terms terms, Consent first) {
        Agreement agreement = new Agreement();
        agreement.id = UUID.randomUUID();
        agreement.partner = terms.partner();
        agreement.state = State.PROPOSED;
        agreement.version = first.version();
        agreement.terms = Document.write(terms);
        agreement.consents.add(first);
        return agreement;
    }

    public Terms terms() {
        return Document.read(terms, Terms.class);
    }

    /** The state at an instant: an agreement lapses by itself. */
    public State stateAt(Instant instant) {
        boolean over = !instant.isBefore(terms().until());
        return over && state != State.ENDED ? State.LAPSED : state;
    }

    void consent(Consent consent, Move.Mover mover, String home) {
        state = Move.CONSENT.from(standing(home, consent.at()), mover);
        consents.add(consent);
    }

    void end(Move.Mover mover, String home, Instant now) {
        state = Move.END.from(standing(home, now), mover);
    }

    private Move.Standing standing(String home, Instant now) {
        Set<String> consented = consents.stream()
                .filter(consent -> consent.version() == version)
                .map(Consent::party)
                .collect(Collectors.toSet());
        return new Move.Standing(stateAt(now), Set.of(home, partner), consented);
    }
}
