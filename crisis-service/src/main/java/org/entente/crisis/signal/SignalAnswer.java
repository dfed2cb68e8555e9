package org.entente.crisis.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A signal as it is shown. */
@RegisterForReflection
record SignalAnswer(UUID id, String indicator, int value, String source, Instant reportedAt, String reportedBy) {

    static SignalAnswer of(Signal signal) {
        return new SignalAnswer(
                signal.id, signal.indicator, signal.value, signal.source, signal.reportedAt, signal.reportedBy);
    }
}
