package org.entente.catalog.asset;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A unit of information with one originator; what it says is in its versions. */
@Entity
@SuppressWarnings("UnusedVariable") // the fields are read by Hibernate
class Asset extends PanacheEntityBase {
    @Id
    private UUID id;

    @Column(columnDefinition = "text")
    private String originator;

    private Instant registered;

    protected Asset() {}

    Asset(UUID id, String originator, Instant registered) {
        this.id = id;
        this.originator = originator;
        this.registered = registered;
    }
}
