package org.entente.crisis.signal;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.entente.crisis.act.Actor;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One reading of an indicator. */
@Entity
@Immutable
@Table(name = "signal")
public class Signal extends PanacheEntityBase {
    @Id
    UUID id;

    String indicator;
    int value;
    String source;
    Instant reportedAt;
    String reportedBy;

    protected Signal() {}

    static Signal reported(SignalReport report, Actor actor, Instant now) {
        Signal signal = new Signal();
        signal.id = UUID.randomUUID();
        signal.indicator = report.indicator();
        signal.value = report.value();
        signal.source = report.source();
        signal.reportedAt = now;
        signal.reportedBy = actor.name();
        return signal;
    }

    /** The strongest signal of an indicator at or after an instant; none when there is no signal. */
    public static Uni<@Nullable Signal> strongest(String indicator, Instant since) {
        return find("indicator = ?1 and reportedAt >= ?2", Sort.descending("value"), indicator, since)
                .firstResult();
    }

    /** From 0, nothing, to 100. */
    public int value() {
        return value;
    }

    public Instant reportedAt() {
        return reportedAt;
    }
}
