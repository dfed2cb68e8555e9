package org.entente.access.agreement;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.access.revision.Revision;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;

/** A data-use agreement between the home nation and one or more partners. */
@Entity
@Table(name = "agreement")
public class Agreement extends PanacheEntityBase {
    @Id
    public UUID id;

    /** The first one, where there are several. */
    public String partner;

    @Enumerated(EnumType.STRING)
    State state;

    /** Of the terms; consent is given to one version. */
    public int version;

    @Column(columnDefinition = "text")
    String terms;

    @Column(name = "amendment_version")
    @Nullable Integer amendmentVersion;

    @Column(columnDefinition = "text")
    @Nullable String amendment;

    @Column(name = "latest_version")
    @Nullable Integer latestVersion;

    @Embedded
    Halt halt = new Halt();

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_consent", joinColumns = @JoinColumn(name = "agreement"))
    Set<Consent> consents = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_resumption", joinColumns = @JoinColumn(name = "agreement"))
    Set<Resumption> resumptions = new HashSet<>();

    protected Agreement() {}

    static Agreement drafted(Terms terms) {
        Agreement agreement = new Agreement();
        agreement.id = UUID.randomUUID();
        agreement.partner = terms.partner();
        agreement.state = State.DRAFTED;
        agreement.version = 1;
        agreement.latestVersion = 1;
        agreement.terms = Document.write(terms);
        return agreement;
    }

    /** Drafted and proposed at once, whatever the clock says: what is over already lapses by itself. */
    static Agreement proposed(Terms terms) {
        Agreement agreement = drafted(terms);
        agreement.state = State.PROPOSED;
        return agreement;
    }

    public Terms terms() {
        return Document.read(terms, Terms.class);
    }

    /** The terms of the amendment on the table. */
    Optional<Terms> amendment() {
        return Optional.ofNullable(amendment).map(document -> Document.read(document, Terms.class));
    }

    /** All parties but the home side. */
    public List<String> partners() {
        return terms().partners();
    }

    /** The state at an instant: an agreement begins and lapses by itself. */
    public State stateAt(Instant instant) {
        if (state == State.ENDED) {
            return state;
        }
        if (!instant.isBefore(terms().until())) {
            return State.LAPSED;
        }
        return state == State.IN_FORCE && instant.isBefore(terms().from()) ? State.CONSENTED : state;
    }

    /** The version that consents are given to now, and where there is none, the one in force. */
    int openVersion() {
        return Objects.requireNonNullElse(amendmentVersion, version);
    }

    Deed deed(String home) {
        return Deed.of(id, openVersion(), amendment().orElseGet(this::terms), home);
    }

    String tag() {
        return Revision.tag(id, version, lockVersion);
    }

    void revise(Terms other, Acting acting) {
        state = move(Move.REVISE, acting);
        partner = other.partner();
        terms = Document.write(other);
    }

    void propose(Acting acting) {
        state = move(Move.PROPOSE, acting);
    }

    /** Other terms on the table, under the next number; consents to the last ones are to another version. */
    void counter(Terms other, Acting acting) {
        state = move(Move.COUNTER, acting);
        if (amendment == null) {
            version = nextVersion();
            terms = Document.write(other);
        } else {
            layOut(other);
        }
    }

    void amend(Terms other, Acting acting) {
        state = move(Move.AMEND, acting);
        layOut(other);
    }

    void drop(Acting acting) {
        state = move(Move.DROP, acting);
        forgetAmendment();
    }

    /** Refuses a move that is not due, and changes nothing. */
    void require(Move move, Acting acting) {
        move(move, acting);
    }

    /** Whether the amendment has come into force by it. */
    boolean consent(Consent consent, Acting acting) {
        Move.Standing before = standing(acting);
        state = Move.CONSENT.from(before, acting.mover());
        consents.add(consent);
        boolean isAmended = before.isAmending() && before.isLastToConsent(consent.party());
        if (isAmended) {
            version = Objects.requireNonNull(amendmentVersion);
            terms = Objects.requireNonNull(amendment);
            forgetAmendment();
        }
        return isAmended;
    }

    /** The same terms under the next number, to which nobody has consented. */
    void withdrawConsent(Acting acting) {
        state = move(Move.WITHDRAW, acting);
        forgetAmendment();
        halt.forget();
        version = nextVersion();
    }

    void suspend(String by, String reason, Acting acting) {
        state = move(Move.SUSPEND, acting);
        halt.begin(by, reason, acting.now());
    }

    void resume(Resumption resumption, Acting acting) {
        state = move(Move.RESUME, acting);
        resumptions.add(resumption);
        if (state == State.IN_FORCE) {
            halt.forget();
        }
    }

    void end(Acting acting) {
        state = move(Move.END, acting);
        forgetAmendment();
    }

    Set<String> consented(int toVersion) {
        return consents.stream()
                .filter(consent -> consent.version() == toVersion)
                .map(Consent::party)
                .collect(Collectors.toSet());
    }

    Set<String> resuming() {
        return resumptions.stream()
                .filter(resumption -> resumption.suspension() == halt.count)
                .map(Resumption::party)
                .collect(Collectors.toSet());
    }

    private void layOut(Terms other) {
        amendmentVersion = nextVersion();
        amendment = Document.write(other);
    }

    private int nextVersion() {
        int next = Objects.requireNonNullElse(latestVersion, version) + 1;
        latestVersion = next;
        return next;
    }

    private void forgetAmendment() {
        amendment = null;
        amendmentVersion = null;
    }

    private State move(Move move, Acting acting) {
        return move.from(standing(acting), acting.mover());
    }

    private Move.Standing standing(Acting acting) {
        Set<String> parties = new LinkedHashSet<>(partners());
        parties.add(acting.home());
        return new Move.Standing(
                stateAt(acting.now()), amendment != null, parties, consented(openVersion()), resuming());
    }
}
