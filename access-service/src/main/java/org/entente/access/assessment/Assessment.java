package org.entente.access.assessment;

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
import java.util.Optional;
import java.util.UUID;
import org.entente.access.partner.Posture;
import org.entente.access.vocabulary.Document;

/** How risky it is to share with a partner, as somebody assessed it; the newest of a kind counts. */
@Entity
@Table(name = "risk_assessment")
public class Assessment extends PanacheEntityBase {
    /** Of what. */
    public enum Kind {
        @JsonProperty("third-party")
        THIRD_PARTY,
        @JsonProperty("supply-chain")
        SUPPLY_CHAIN
    }

    /** How risky. */
    public enum Level {
        @JsonProperty("low")
        LOW,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("high")
        HIGH,
        @JsonProperty("critical")
        CRITICAL;

        /** How far a partner of that level is trusted at most; empty for no limit. */
        Optional<Posture> posture() {
            return switch (this) {
                case LOW, MODERATE -> Optional.empty();
                case HIGH -> Optional.of(Posture.WATCH);
                case CRITICAL -> Optional.of(Posture.CONTAINED);
            };
        }
    }

    @Id
    public UUID id;

    public String partner;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Enumerated(EnumType.STRING)
    public Level level;

    @JsonIgnore
    @Column(columnDefinition = "text")
    String findings;

    /** Who assessed it. */
    public String assessor;

    @Column(name = "entered_by")
    public String enteredBy;

    @Column(name = "entered_at")
    public Instant enteredAt;

    @Column(name = "valid_until")
    public Instant validUntil;

    protected Assessment() {}

    Assessment(String partner) {
        this.id = UUID.randomUUID();
        this.partner = partner;
    }

    @JsonProperty("findings")
    public List<String> findings() {
        return List.of(Document.read(findings, String[].class));
    }
}
