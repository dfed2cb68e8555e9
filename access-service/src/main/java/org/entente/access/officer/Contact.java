package org.entente.access.officer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** How to reach a partner, for what. */
@Entity
@Table(name = "contact")
@DynamicUpdate // the service may remove one, and never change what it was
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Contact extends PanacheEntityBase {
    @Id
    public UUID id;

    public String partner;

    /** For what, such as incidents around the clock. */
    public String purpose;

    public String name;

    /** Such as telephone or mail. */
    public String channel;

    public String address;

    @Column(name = "entered_by")
    public String enteredBy;

    @Column(name = "entered_at")
    public Instant enteredAt;

    @Column(name = "removed_at")
    public @Nullable Instant removedAt;

    @Column(name = "removed_by")
    public @Nullable String removedBy;

    protected Contact() {}

    Contact(String partner) {
        this.id = UUID.randomUUID();
        this.partner = partner;
    }
}
