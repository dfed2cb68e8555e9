package org.entente.crisis.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.input.Field;
import org.jspecify.annotations.Nullable;

/**
 * A reading as sent, and as its event carries it.
 *
 * @param indicator what was measured, in lower-case words joined by hyphens
 * @param value from 0, nothing, to 100
 * @param source who or what measured it
 */
@RegisterForReflection
record SignalReport(
        @Schema(examples = "ics-intrusion") String indicator,
        @Schema(examples = "80") Integer value,
        @Schema(examples = "Grid sensors, region north") String source) {
    private static final int MAX_SOURCE = 200;

    /** The report itself when it is as it must be; a 400 problem that names the field when not. */
    static SignalReport checked(@Nullable SignalReport sent) {
        SignalReport report = Field.present("", sent);
        Field.word("/indicator", report.indicator());
        Field.range("/value", report.value(), 0, 100);
        Field.text("/source", report.source(), MAX_SOURCE);
        return report;
    }
}
