package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why grants are to be reviewed.
 *
 * @param partner whose; absent for all
 */
record Cause(String id, Kind kind, @Nullable String partner, Details details) {

    /** What kinds there are. */
    enum Kind {
        /** Somebody ordered it. */
        ORDERED,
        /** It is time again. */
        SCHEDULE,
        /** The partner is trusted less. */
        POSTURE,
        /** Something unusual was found in what the partner reads. */
        ANOMALY,
        /** An agreement is about to end. */
        ENDING;

        /** Whether a campaign of the partner that is open already will do. */
        boolean joins() {
            return this == POSTURE || this == ANOMALY || this == ENDING;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was said with it; each kind says other things. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            @Nullable String title,
            @Nullable Duration within,
            @Nullable String schedule,
            @Nullable String from,
            @Nullable String to,
            @Nullable String agreement,
            @Nullable String until,
            @Nullable String anomaly,
            @Nullable String what) {
        static Details ordered(String title, Duration within) {
            return new Details(title, within, null, null, null, null, null, null, null);
        }

        static Details scheduled(String schedule, String title, Duration within) {
            return new Details(title, within, schedule, null, null, null, null, null, null);
        }

        static Details anomaly(String anomaly, String what) {
            return new Details(null, null, null, null, null, null, null, anomaly, what);
        }
    }

    String title() {
        if (details.title() != null) {
            return details.title();
        }
        return switch (kind) {
            case ORDERED, SCHEDULE -> "Review of grants";
            case POSTURE -> "Posture of " + partner + " fell from " + details.from() + " to " + details.to();
            case ANOMALY -> "Anomaly of " + partner + ": " + details.what();
            case ENDING -> "Agreement " + details.agreement() + " ends " + details.until();
        };
    }
}
