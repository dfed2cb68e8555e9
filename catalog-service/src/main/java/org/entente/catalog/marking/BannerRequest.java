package org.entente.catalog.marking;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.entente.http.Rfc3339;
import org.entente.label.Label;
import org.entente.label.Nation;
import org.jspecify.annotations.Nullable;

/**
 * What the banner of some labels would be.
 *
 * @param originator of labels that name none
 * @param instant RFC 3339, at which groups are expanded; absent means now
 * @param labels at least one
 */
record BannerRequest(
        @Schema(examples = "XAA") @Nullable String originator,

        @Schema(examples = "2026-11-23T00:00:00Z", format = "date-time") @Nullable String instant,

        @Nullable List<@Nullable Label> labels) {
    private static final int MAX_LABELS = 10_000;

    /** The instant asked for. */
    Instant at(Instant now) {
        return instant == null ? now : Rfc3339.parse(instant, "/instant");
    }

    /** The labels, known to be there. */
    List<@Nullable Label> requireLabels() {
        if (originator != null && !Nation.isNation(originator)) {
            throw Problem.badRequest("/originator", "is not a nation of ISO 3166-1 alpha-3");
        }
        if (labels == null || labels.isEmpty()) {
            throw Problem.badRequest("/labels", "must not be empty");
        }
        if (labels.size() > MAX_LABELS) {
            throw Problem.tooLarge("/labels", "has more than " + MAX_LABELS + " entries");
        }
        return labels;
    }
}
