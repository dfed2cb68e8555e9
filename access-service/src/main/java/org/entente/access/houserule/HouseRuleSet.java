package org.entente.access.houserule;

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
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A version of a named set of house rules, and the two who stand for it. */
@Entity
@Table(name = "house_rule_set")
@DynamicUpdate // the service may change the state, and never what was proposed
public class HouseRuleSet extends PanacheEntityBase implements Versioned {
    @Id
    public UUID id;

    public String name;

    public int version;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(columnDefinition = "text")
    String document;

    /** The stable identifier of the proposer, to whom names may be given anew. */
    @Column(name = "proposed_by")
    String proposedBy;

    String proposer;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Nullable String approver;

    @Column(name = "approved_at")
    @Nullable Instant approvedAt;

    @Version
    @Column(name = "lock_version")
    long lockVersion;

    protected HouseRuleSet() {}

    /** Who acts: the stable identifier, and the name for people to read. */
    record Person(String subject, String name) {}

    static HouseRuleSet proposed(HouseRules rules, int version, Person proposer, Instant now) {
        HouseRuleSet set = new HouseRuleSet();
        set.id = UUID.randomUUID();
        set.name = rules.name();
        set.version = version;
        set.state = State.PROPOSED;
        set.document = Document.write(rules);
        set.proposedBy = proposer.subject();
        set.proposer = proposer.name();
        set.proposedAt = now;
        return set;
    }

    /** Of the changes of where it stands; what it says never changes. */
    @Override
    public long version() {
        return lockVersion;
    }

    HouseRules rules() {
        return Document.read(document, HouseRules.class);
    }

    void approve(Person person, Instant now) {
        state = Move.APPROVE.from(state, mover(person));
        approver = person.name();
        approvedAt = now;
    }

    void supersede(Person person) {
        state = Move.SUPERSEDE.from(state, mover(person));
    }

    void withdraw(Person person) {
        state = Move.WITHDRAW.from(state, mover(person));
    }

    private Move.Mover mover(Person person) {
        return new Move.Mover(proposedBy.equals(person.subject()));
    }
}
