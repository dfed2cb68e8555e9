package org.entente.access.countersigned;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.entente.access.version.Versioned;
import org.jspecify.annotations.Nullable;

/** Something that counts once two persons stand for it, until its time is over or somebody withdraws it. */
@MappedSuperclass
public abstract class Countersigned extends PanacheEntityBase implements Versioned {
    @Id
    @Column(name = "id")
    public UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    protected State state;

    /** What it says, which never changes. */
    @Column(name = "terms", columnDefinition = "text")
    protected String terms;

    @Column(name = "valid_until")
    protected Instant validUntil;

    /** The stable identifier of the proposer, to whom names may be given anew. */
    @Column(name = "proposed_by")
    protected String proposedBy;

    @Column(name = "proposer")
    protected String proposer;

    @Column(name = "proposed_at")
    protected Instant proposedAt;

    @Column(name = "confirmed_by")
    protected @Nullable String confirmedBy;

    @Column(name = "confirmer")
    protected @Nullable String confirmer;

    @Column(name = "confirmed_at")
    protected @Nullable Instant confirmedAt;

    @Column(name = "withdrawer")
    protected @Nullable String withdrawer;

    @Column(name = "withdrawn_at")
    protected @Nullable Instant withdrawnAt;

    @Column(name = "reason")
    protected @Nullable String reason;

    @Version
    @Column(name = "lock_version")
    protected long lockVersion;

    /** Stable identifiers of persons who would gain by it. */
    protected abstract Set<String> concerned();

    /** The partner who may see that it happened; absent for nobody but the home side. */
    protected abstract @Nullable String audience();

    /** As it is read and announced. */
    public abstract Object view(Instant now);

    @Override
    public long version() {
        return lockVersion;
    }

    /** The state at an instant: what was not withdrawn is over by itself. */
    public State stateAt(Instant instant) {
        boolean isOver = state != State.WITHDRAWN && !instant.isBefore(validUntil);
        return isOver ? State.EXPIRED : state;
    }

    protected Countersignature signature(Instant now) {
        return new Countersignature(
                stateAt(now), proposer, proposedAt, confirmer, confirmedAt, withdrawer, withdrawnAt, reason);
    }

    void propose(Officer officer, Instant now) {
        state = Move.PROPOSE.from(new Move.Standing(null, null, concerned()), officer.mover());
        id = UUID.randomUUID();
        proposedBy = officer.mover().person();
        proposer = officer.actor();
        proposedAt = now;
    }

    void confirm(Officer officer, Instant now) {
        state = Move.CONFIRM.from(standing(now), officer.mover());
        confirmedBy = officer.mover().person();
        confirmer = officer.actor();
        confirmedAt = now;
    }

    void withdraw(Officer officer, String why, Instant now) {
        state = Move.WITHDRAW.from(standing(now), officer.mover());
        withdrawer = officer.actor();
        withdrawnAt = now;
        reason = why;
    }

    private Move.Standing standing(Instant now) {
        return new Move.Standing(stateAt(now), proposedBy, concerned());
    }
}
