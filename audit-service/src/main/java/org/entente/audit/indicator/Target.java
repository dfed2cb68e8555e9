package org.entente.audit.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is aimed at.
 *
 * @param within how long one case may take
 * @param least share of cases, 0 to 1, that should meet the target
 * @param most share of cases, 0 to 1, above which something is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Target(
        @Nullable Duration within,
        @Nullable Double least,
        @Nullable Double most) {

    private static final Duration LONGEST = Duration.ofDays(3_653);

    static final Target NONE = new Target(null, null, null);

    /** Whether something that took so long meets it. */
    boolean isMetBy(Duration took) {
        return within == null || took.compareTo(within) <= 0;
    }

    /** Whether so many of all are as aimed at. */
    boolean isMetBy(double share) {
        return (least == null || share >= least) && (most == null || share <= most);
    }

    /** Throws a 400 problem for a target that cannot be. */
    Target checked(String field) {
        if (within != null && (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0)) {
            throw Problem.badRequest(field + "/within", "is not a time of up to ten years");
        }
        requireShare(least, field + "/least");
        requireShare(most, field + "/most");
        return this;
    }

    private static void requireShare(@Nullable Double share, String field) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw Problem.badRequest(field, "is not a share from 0 to 1");
        }
    }
}
