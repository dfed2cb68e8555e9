package org.entente.crisis.plan;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A version of a plan, as it was laid on the table. */
@Entity
@Immutable
@IdClass(PlanVersion.Key.class)
@Table(name = "plan_version")
class PlanVersion extends PanacheEntityBase {
    @Id
    UUID plan;

    @Id
    int version;

    @Convert(converter = TermsText.class)
    @Column(columnDefinition = "text")
    Terms terms;

    String proposedBy;
    Instant proposedAt;

    protected PlanVersion() {}

    PlanVersion(UUID plan, int version, Terms terms, String proposedBy, Instant proposedAt) {
        this.plan = plan;
        this.version = version;
        this.terms = terms;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /** Which version of which plan. */
    public record Key(UUID plan, int version) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    static Uni<@Nullable PlanVersion> of(UUID plan, int version) {
        return PlanVersion.<PlanVersion>find("plan = ?1 and version = ?2", plan, version)
                .firstResult();
    }

    Terms terms() {
        return terms;
    }
}
