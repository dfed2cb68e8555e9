package org.entente.crisis.degradation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.entente.crisis.act.Actor;
import org.entente.events.CanonicalJson;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A rule with what became of it. */
@Entity
@DynamicUpdate // what was proposed never changes
@Table(name = "degradation_rule")
class HeldRule extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    int revision;

    String name;

    @Column(columnDefinition = "text")
    String document;

    @Enumerated(EnumType.STRING)
    RuleMove.State state;

    String proposedBySubject;
    String proposedBy;
    Instant proposedAt;

    @Nullable String approvedBySubject;

    @Nullable String approvedBy;

    @Nullable String endBySubject;

    @Nullable String endBy;

    @Nullable String endReason;

    @Nullable String endedBySubject;

    @Nullable String endedBy;

    protected HeldRule() {}

    static HeldRule proposed(Rule rule, Actor actor, Instant now, ObjectMapper json) {
        HeldRule held = new HeldRule();
        held.id = UUID.randomUUID();
        held.name = rule.name();
        held.document = CanonicalJson.text(json, rule);
        held.state = RuleMove.State.PROPOSED;
        held.proposedBySubject = actor.subject();
        held.proposedBy = actor.name();
        held.proposedAt = now;
        return held;
    }

    Rule rule(ObjectMapper json) {
        try {
            return json.readValue(document, Rule.class);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException("A stored rule cannot be read.", exception);
        }
    }

    /** A problem where the move is not legal. */
    void move(RuleMove move, Actor actor, @Nullable String reason) {
        state = move.from(state, actor.subject(), move == RuleMove.APPROVE_END ? endBySubject : proposedBySubject);
        switch (move) {
            case APPROVE -> {
                approvedBySubject = actor.subject();
                approvedBy = actor.name();
            }
            case PROPOSE_END -> {
                endBySubject = actor.subject();
                endBy = actor.name();
                endReason = reason;
            }
            case WITHDRAW, APPROVE_END -> {
                endedBySubject = actor.subject();
                endedBy = actor.name();
            }
            case KEEP -> {
                endBySubject = null;
                endBy = null;
                endReason = null;
            }
        }
    }

    /** Another rule of its name takes its place, by two persons. */
    void giveWay(HeldRule successor) {
        state = RuleMove.State.ENDED;
        endBySubject = successor.proposedBySubject;
        endBy = successor.proposedBy;
        endReason = "replaced by " + successor.id;
        endedBySubject = successor.approvedBySubject;
        endedBy = successor.approvedBy;
    }
}
