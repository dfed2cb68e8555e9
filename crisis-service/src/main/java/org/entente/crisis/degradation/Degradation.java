package org.entente.crisis.degradation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
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
import org.entente.crisis.act.Actor;
import org.entente.crisis.indicator.Weighed;
import org.entente.events.CanonicalJson;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** That sharing is narrower than agreed, with one partner or with all. */
@Entity
@DynamicUpdate // the service may reverse one, and never change what it was
@Table(name = "degradation")
class Degradation extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counts changes, so that of two who act at once the later one is told. */
    @Version
    int revision;

    @Nullable String partner;

    @Enumerated(EnumType.STRING)
    Step step;

    @Nullable String rule;

    String reason;

    @Column(columnDefinition = "text")
    String because;

    Instant startedAt;

    @Nullable String startedBy;

    @Enumerated(EnumType.STRING)
    DegradationMove.State state;

    @Nullable String proposedBySubject;

    @Nullable String proposedBy;

    @Nullable Instant proposedAt;

    @Nullable String reversalReason;

    @Nullable String reversedBySubject;

    @Nullable String reversedBy;

    @Nullable Instant reversedAt;

    protected Degradation() {}

    private Degradation(@Nullable String partner, Step step, String reason, Instant now) {
        this.id = UUID.randomUUID();
        this.partner = partner;
        this.step = step;
        this.reason = reason;
        this.startedAt = now;
        this.state = DegradationMove.State.ACTIVE;
        this.because = "[]";
    }

    static Degradation byHand(@Nullable String partner, Step step, String reason, Actor actor, Instant now) {
        Degradation degradation = new Degradation(partner, step, reason, now);
        degradation.startedBy = actor.name();
        return degradation;
    }

    static Degradation byRule(
            String rule, @Nullable String partner, Step step, List<Weighed> because, Instant now, ObjectMapper json) {
        Degradation degradation = new Degradation(partner, step, "Indicators surged (rule " + rule + ").", now);
        degradation.rule = rule;
        degradation.because = CanonicalJson.text(json, because);
        return degradation;
    }

    /** A problem where the move is not legal. */
    void move(DegradationMove move, Actor actor, @Nullable String why, Instant now) {
        state = move.from(state, actor.subject(), proposedBySubject);
        switch (move) {
            case PROPOSE_REVERSAL -> {
                proposedBySubject = actor.subject();
                proposedBy = actor.name();
                proposedAt = now;
                reversalReason = why;
            }
            case APPROVE_REVERSAL -> {
                reversedBySubject = actor.subject();
                reversedBy = actor.name();
                reversedAt = now;
            }
            case KEEP -> {
                proposedBySubject = null;
                proposedBy = null;
                proposedAt = null;
                reversalReason = null;
            }
        }
    }

    /** Whether it concerns a partner. */
    boolean concerns(String other) {
        return partner == null || partner.equals(other);
    }
}
