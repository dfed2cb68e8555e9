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
 * @param compilation where the whole is to be marked more strictly than its parts
 */
record BannerRequest(
        @Schema(examples = "XAA") @Nullable String originator,

        @Schema(examples = "2026-11-23T00:00:00Z", format = "date-time") @Nullable String instant,

        @Nullable List<Label> labels,
        @Nullable Compilation compilation) {
    private static final int MAX_LABELS = 10_000;
    private static final int LONGEST_REASON = 1_000;

    /** A stricter banner, and why the compilation demands it. */
    record Compilation(
            @Nullable Label banner,

            @Schema(examples = "Together they show a pattern.") @Nullable String reason) {

        Label requireBanner() {
            if (banner == null) {
                throw Problem.badRequest("/compilation/banner", "is required");
            }
            return banner;
        }

        String requireReason() {
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw Problem.badRequest(
                        "/compilation/reason", "is not a text of 1 to " + LONGEST_REASON + " characters");
            }
            return reason;
        }
    }

    /** The instant asked for. */
    Instant at(Instant now) {
        return instant == null ? now : Rfc3339.parse(instant, "/instant");
    }

    /** The labels, known to be there. */
    List<Label> requireLabels() {
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
