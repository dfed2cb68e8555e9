package org.entente.access.consent;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.version.Versioned;
import org.entente.access.vocabulary.Document;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A question for consent, and what became of it. */
@Entity(name = "GiverConsent") // an agreement has consents, too
@Table(name = "consent")
@DynamicUpdate // the service may change where it stands, and never what was asked
public class Consent extends PanacheEntityBase implements Versioned {
    @Id
    UUID id;

    /** What makes a question the same: everything that is asked but why, and for how long. */
    String key;

    int round;

    @Enumerated(EnumType.STRING)
    @Column(name = "giver_kind")
    Giver.Kind giverKind;

    String giver;

    String recipient;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(columnDefinition = "text")
    String terms;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "asked_by")
    String askedBy;

    String asker;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "answered_by")
    @Nullable String answeredBy;

    @Nullable String answerer;

    @Column(name = "answered_at")
    @Nullable Instant answeredAt;

    @Nullable String withdrawer;

    @Column(name = "withdrawn_at")
    @Nullable Instant withdrawnAt;

    @Nullable String reason;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected Consent() {}

    /** Who acts: the stable identifier, and as the log knows them. */
    record Person(String subject, String actor) {}

    /** All that makes a question the same. */
    @RegisterForReflection
    private record Same(Giver giver, String recipient, String purpose, List<String> actions, Material material) {}

    static String key(ConsentTerms terms) {
        return Document.sha256(
                new Same(terms.giver(), terms.recipient(), terms.purpose(), terms.actions(), terms.material()));
    }

    static Consent asked(ConsentTerms terms, int round, Person asker, Instant now) {
        Consent consent = new Consent();
        consent.id = UUID.randomUUID();
        consent.key = key(terms);
        consent.round = round;
        consent.giverKind = terms.giver().kind();
        consent.giver = terms.giver().code();
        consent.recipient = terms.recipient();
        consent.state = State.ASKED;
        consent.terms = Document.write(terms);
        consent.validUntil = terms.until();
        consent.askedBy = asker.subject();
        consent.asker = asker.actor();
        consent.askedAt = now;
        return consent;
    }

    @Override
    public long version() {
        return lockVersion;
    }

    ConsentTerms terms() {
        return Document.read(terms, ConsentTerms.class);
    }

    Giver giver() {
        return new Giver(giverKind, giver);
    }

    /** The state at an instant: questions and answers are over by themselves. */
    State stateAt(Instant instant) {
        boolean isOver = state != State.WITHDRAWN && !instant.isBefore(validUntil);
        return isOver ? State.EXPIRED : state;
    }

    /** Whether asking the same again is asking this. */
    boolean standsAt(Instant instant) {
        return switch (stateAt(instant)) {
            case ASKED, GIVEN, REFUSED -> true;
            case WITHDRAWN, EXPIRED -> false;
        };
    }

    void give(Move.Mover mover, String actor, Instant until, Instant now) {
        answer(Move.GIVE.from(standing(now), mover), mover, actor, now);
        validUntil = until;
    }

    void refuse(Move.Mover mover, String actor, String why, Instant until, Instant now) {
        answer(Move.REFUSE.from(standing(now), mover), mover, actor, now);
        validUntil = until;
        reason = why;
    }

    void withdraw(Move.Mover mover, String actor, String why, Instant now) {
        state = Move.WITHDRAW.from(standing(now), mover);
        withdrawer = actor;
        withdrawnAt = now;
        reason = why;
    }

    private void answer(State answered, Move.Mover mover, String actor, Instant now) {
        state = answered;
        answeredBy = mover.person();
        answerer = actor;
        answeredAt = now;
    }

    private Move.Standing standing(Instant now) {
        return new Move.Standing(stateAt(now), giver(), askedBy);
    }
}
