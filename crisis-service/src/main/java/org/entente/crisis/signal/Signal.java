package org.entente.crisis.signal;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.entente.crisis.indicator.Reading;
import org.entente.crisis.indicator.Severity;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One signal about a risk, as it was reported. */
@Entity
@Immutable
@Table(name = "signal")
class Signal extends PanacheEntityBase {
    private static final int MOST = 100;

    @Id
    UUID id;

    String indicator;
    int value;
    String source;
    Instant reportedAt;
    String reportedBy;
    int confidence;

    @Enumerated(EnumType.STRING)
    @Nullable Severity severity;

    @Nullable Long halfLifeSeconds;

    @Nullable String partner;

    @Nullable Instant observedAt;

    @Enumerated(EnumType.STRING)
    Via via;

    @Nullable String reference;

    protected Signal() {}

    static Signal reported(SignalReport report, String by, Via via, Instant now) {
        Signal signal = new Signal();
        signal.id = UUID.randomUUID();
        signal.indicator = report.indicator();
        signal.value = report.value();
        signal.source = report.source();
        signal.reportedAt = now;
        signal.reportedBy = by;
        signal.confidence = report.confidence() == null ? MOST : report.confidence();
        signal.severity = report.severity();
        signal.halfLifeSeconds =
                report.halfLife() == null ? null : report.halfLife().toSeconds();
        signal.partner = report.partner();
        signal.observedAt = report.observedAt();
        signal.via = via;
        signal.reference = report.reference();
        return signal;
    }

    /** As expressions read it. Nothing is observed after it was reported, whatever its source's clock says. */
    public Reading reading() {
        Instant at = observedAt == null || observedAt.isAfter(reportedAt) ? reportedAt : observedAt;
        Duration halfLife = halfLifeSeconds == null ? null : Duration.ofSeconds(halfLifeSeconds);
        return new Reading(id, indicator, value, confidence, severity, halfLife, partner, source, at);
    }

    /** From 0, nothing, to 100. */
    public int value() {
        return value;
    }

    public Instant reportedAt() {
        return reportedAt;
    }
}
