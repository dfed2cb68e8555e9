package org.entente.access.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That an officer is away, and who stands in. */
@Entity
@Table(name = "absence")
class Absence extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(updatable = false)
    String officer;

    @Column(updatable = false)
    String delegate;

    @Column(name = "away_from", updatable = false)
    Instant awayFrom;

    @Column(name = "away_until")
    Instant awayUntil;

    @Column(name = "stated_by", updatable = false)
    String statedBy;

    protected Absence() {}

    /** As it is read. */
    record View(
            @JsonProperty("id") UUID id,
            String officer,
            String delegate,
            Instant from,
            Instant until,
            String statedBy) {}

    static Absence stated(View view) {
        Absence absence = new Absence();
        absence.id = view.id();
        absence.officer = view.officer();
        absence.delegate = view.delegate();
        absence.awayFrom = view.from();
        absence.awayUntil = view.until();
        absence.statedBy = view.statedBy();
        return absence;
    }

    View view() {
        return new View(id, officer, delegate, awayFrom, awayUntil, statedBy);
    }
}
