package org.entente.access.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A state that we share with. */
@Entity
@Table(name = "partner")
@JsonPropertyOrder({"code", "name", "posture"})
public class Partner extends PanacheEntityBase {
    @Id
    public String code;

    public String name;

    @Enumerated(EnumType.STRING)
    public Posture posture;

    @Version
    @JsonIgnore
    @Column(name = "lock_version")
    public long lockVersion;

    protected Partner() {}

    Partner(String code, String name) {
        this.code = code;
        this.name = name;
        this.posture = Posture.NORMAL;
    }
}
