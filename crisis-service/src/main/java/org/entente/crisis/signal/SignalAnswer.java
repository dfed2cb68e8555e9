package org.entente.crisis.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.entente.crisis.indicator.Reading;
import org.entente.crisis.indicator.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A signal as it is shown.
 *
 * @param halfLifeSeconds after which half of it counts; absent for what does not fade
 * @param strength what it amounts to at the instant of the answer, 0 to 100; absent in what only confirms a report
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalAnswer(
        UUID id,
        String indicator,
        int value,
        String source,
        int confidence,
        @Nullable Severity severity,
        @Nullable Long halfLifeSeconds,
        @Nullable String partner,
        Instant observedAt,
        Instant reportedAt,
        String reportedBy,
        Via via,
        @Nullable Double strength) {

    static SignalAnswer of(Signal signal) {
        return of(signal, null);
    }

    static SignalAnswer of(Signal signal, @Nullable Instant now) {
        Reading reading = signal.reading();
        return new SignalAnswer(
                signal.id,
                signal.indicator,
                signal.value,
                signal.source,
                signal.confidence,
                signal.severity,
                signal.halfLifeSeconds,
                signal.partner,
                reading.at(),
                signal.reportedAt,
                signal.reportedBy,
                signal.via,
                now == null ? null : reading.strength(now));
    }
}
