package org.entente.crisis.degradation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A degradation as it is shown; to a partner without persons and signals.
 *
 * @param partner whom it concerns; absent for all
 * @param changes what is not available any more
 * @param stays what stays available
 * @param rule by which it came; absent for one by hand, and for partners
 * @param because of which signals; for the home side
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record DegradationView(
        UUID id,
        @Nullable String partner,
        Step step,
        String posture,
        String changes,
        String stays,
        DegradationMove.State state,
        Instant startedAt,
        @Nullable Instant reversedAt,
        @Nullable String startedBy,
        @Nullable String rule,
        @Nullable String reason,
        @Nullable JsonNode because,
        @Nullable String proposedBy,
        @Nullable String reversalReason,
        @Nullable String reversedBy) {

    static DegradationView ofHome(Degradation degradation, ObjectMapper json) {
        return of(degradation, true, json);
    }

    /** That its reversal is proposed is not the partner's to know before it is decided. */
    static DegradationView ofPartner(Degradation degradation, ObjectMapper json) {
        return of(degradation, false, json);
    }

    private static DegradationView of(Degradation degradation, boolean isHome, ObjectMapper json) {
        boolean isReversed = degradation.state == DegradationMove.State.REVERSED;
        return new DegradationView(
                degradation.id,
                degradation.partner,
                degradation.step,
                degradation.step.posture(),
                degradation.step.changes(),
                degradation.step.stays(),
                isHome || isReversed ? degradation.state : DegradationMove.State.ACTIVE,
                degradation.startedAt,
                degradation.reversedAt,
                isHome ? degradation.startedBy : null,
                isHome ? degradation.rule : null,
                isHome ? degradation.reason : null,
                isHome ? signals(degradation, json) : null,
                isHome ? degradation.proposedBy : null,
                isHome ? degradation.reversalReason : null,
                isHome ? degradation.reversedBy : null);
    }

    private static JsonNode signals(Degradation degradation, ObjectMapper json) {
        try {
            return json.readTree(degradation.because);
        } catch (IOException fault) {
            throw new UncheckedIOException("Stored signals cannot be read.", fault);
        }
    }
}
