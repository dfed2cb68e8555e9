package org.entente.access.compromise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.partner.Posture;
import org.entente.access.vocabulary.Document;

/** That a partner was compromised, since when, and how; written once. */
@Entity
@Table(name = "compromise_report")
public class CompromiseReport extends PanacheEntityBase {
    @Id
    public UUID id;

    public String partner;

    /** From when on what it held may be in other hands. */
    public Instant since;

    public String description;

    @Enumerated(EnumType.STRING)
    public Posture posture;

    @JsonIgnore
    @Column(columnDefinition = "text")
    String persons;

    @JsonIgnore
    @Column(name = "reported_by")
    String reportedBy;

    @JsonProperty("reportedBy")
    public String reporter;

    @Column(name = "reported_at")
    public Instant reportedAt;

    protected CompromiseReport() {}

    CompromiseReport(String partner) {
        this.id = UUID.randomUUID();
        this.partner = partner;
    }

    /** Whose accounts are concerned; all of the partner's, where none is named. */
    @JsonProperty("persons")
    public List<String> persons() {
        return List.of(Document.read(persons, String[].class));
    }
}
