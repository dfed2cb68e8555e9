package org.entente.crisis.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.indicator.Severity;
import org.entente.crisis.input.Field;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A signal as sent, and as its event carries it.
 *
 * @param indicator what was measured, in lower-case words joined by hyphens
 * @param value from 0, nothing, to 100
 * @param source who or what measured it
 * @param confidence how sure the source is, 0 to 100; absent for wholly
 * @param severity how grave it is if it is right; absent for the gravest
 * @param halfLife after which half of it counts; absent for what does not fade
 * @param partner whom it is about, ISO 3166-1 alpha-3; absent for nobody in particular, or ourselves
 * @param observedAt when it was measured, not after it arrived here; absent for just now
 * @param reference what the source calls it: the same from the same source counts once; absent for always new
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalReport(
        @Schema(examples = "ics-intrusion") String indicator,
        @Schema(examples = "80") Integer value,
        @Schema(examples = "Grid sensors, region north") String source,
        @Schema(examples = "90") @Nullable Integer confidence,
        @Nullable Severity severity,
        @Schema(examples = "PT6H") @Nullable Duration halfLife,
        @Schema(examples = "XBB") @Nullable String partner,
        @Nullable Instant observedAt,
        @Nullable String reference) {
    private static final int MAX_SOURCE = 200;
    private static final Duration LONGEST = Duration.ofDays(30);

    /** The report itself when it is as it must be; a 400 problem that names the field when not. */
    public static SignalReport checked(@Nullable SignalReport sent) {
        SignalReport report = Field.present("", sent);
        Field.word("/indicator", report.indicator());
        Field.range("/value", report.value(), 0, 100);
        Field.text("/source", report.source(), MAX_SOURCE);
        if (report.confidence() != null) {
            Field.range("/confidence", report.confidence(), 0, 100);
        }
        if (report.halfLife() != null) {
            Field.duration("/halfLife", report.halfLife(), LONGEST);
        }
        if (report.partner() != null && !report.partner().matches("[A-Z0-9-]{3,32}")) {
            throw Problem.badRequest("/partner", "is not the code of a partner");
        }
        if (report.reference() != null) {
            Field.text("/reference", report.reference(), MAX_SOURCE);
        }
        return report;
    }

    /** The same, where it says when it was measured, if that can be. */
    SignalReport at(Instant now) {
        if (observedAt != null
                && (observedAt.isAfter(now.plusSeconds(60)) || observedAt.isBefore(now.minus(LONGEST)))) {
            throw Problem.badRequest("/observedAt", "is not within the last " + LONGEST);
        }
        return this;
    }
}
