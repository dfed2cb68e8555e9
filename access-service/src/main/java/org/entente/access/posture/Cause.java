package org.entente.access.posture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.entente.access.partner.Posture;
import org.entente.access.partner.Trust;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Why a partner is trusted less, from when, and until when if it ends by itself; kept after it was taken away, too. */
@Entity
@Table(name = "posture_cause")
@DynamicUpdate // the service may take a cause away, and never change what it was
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Cause extends PanacheEntityBase {

    /** Where a cause comes from. */
    public enum Kind {
        /** Somebody of the home side lowered it. */
        PERSON,
        /** audit-service found something unusual. */
        ANOMALY,
        /** Two persons confirmed a breach. */
        BREACH,
        /** The partner told of its own compromise. */
        COMPROMISE,
        /** crisis-service degrades the partner, or all. */
        DEGRADATION,
        /** A risk assessment came out badly. */
        ASSESSMENT,
        /** A risk assessment is no longer valid. */
        LAPSE;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    public UUID id;

    /** Absent for a cause that is about all partners. */
    public @Nullable String partner;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** What it is called where it comes from; the same kind and reference is the same cause. */
    public String reference;

    @Enumerated(EnumType.STRING)
    public Posture posture;

    public String reason;

    public @Nullable String actor;

    @JsonIgnore
    @Column(name = "recorded_at")
    public Instant recordedAt;

    @JsonProperty("from")
    @Column(name = "valid_from")
    public Instant begins;

    @JsonProperty("until")
    @Column(name = "valid_until")
    public @Nullable Instant ends;

    @Column(name = "lifted_at")
    public @Nullable Instant liftedAt;

    @Column(name = "lifted_by")
    public @Nullable String liftedBy;

    /** Why it was taken away. */
    public @Nullable String lifting;

    protected Cause() {}

    static Cause of(Fall fall, Instant now) {
        Cause cause = new Cause();
        cause.id = UUID.randomUUID();
        cause.partner = fall.partner();
        cause.kind = fall.kind();
        cause.reference = fall.reference() == null ? cause.id.toString() : fall.reference();
        cause.posture = fall.posture();
        cause.reason = fall.reason();
        cause.actor = fall.actor();
        cause.recordedAt = now;
        cause.begins = fall.from() == null ? now : fall.from();
        cause.ends = fall.until();
        return cause;
    }

    /** Takes it away; once taken away it stays so. */
    void lift(String by, String why, Instant now) {
        if (liftedAt == null) {
            liftedAt = now;
            liftedBy = by;
            lifting = why;
        }
    }

    /** Whether it weighs at an instant. */
    boolean isLive(Instant instant) {
        return liftedAt == null && new Trust.Fall(posture, begins, ends).isLive(instant);
    }

    /** The strictest of those live; the one place that says how causes make a posture. */
    static Posture strictest(Collection<Cause> causes, Instant instant) {
        return causes.stream()
                .filter(cause -> cause.isLive(instant))
                .map(cause -> cause.posture)
                .reduce(Posture.NORMAL, (one, other) -> other.isStricterThan(one) ? other : one);
    }

    /** The strictest of those live that do not end by themselves: what is true until somebody changes it. */
    static Posture lasting(Collection<Cause> causes, Instant instant) {
        return strictest(causes.stream().filter(cause -> cause.ends == null).toList(), instant);
    }
}
