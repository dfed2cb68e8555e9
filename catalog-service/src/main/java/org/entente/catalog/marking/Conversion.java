package org.entente.catalog.marking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.entente.http.Rfc3339;
import org.entente.label.Label;
import org.entente.label.stanag4774.ConfidentialityLabel;
import org.jspecify.annotations.Nullable;

/**
 * A label with what STANAG 4774 says besides.
 *
 * @param created RFC 3339; absent means now
 * @param review RFC 3339, when the label is to be looked at again
 * @param remarks informative categories of a foreign policy, which decide nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Conversion(
        @Nullable Label label,

        @Schema(examples = "2026-11-23T10:00:00Z", format = "date-time") @Nullable String created,

        @Schema(examples = "2027-11-23T10:00:00Z", format = "date-time") @Nullable String review,

        @Nullable List<Remark> remarks) {

    /** What a foreign policy remarks without restricting anyone. */
    record Remark(
            @Schema(examples = "Administrative") @Nullable String tag,
            @Nullable List<String> values) {}

    static Conversion of(ConfidentialityLabel read) {
        return new Conversion(
                read.label(),
                read.created().toString(),
                read.review() == null ? null : read.review().toString(),
                read.remarks().stream()
                        .map(remark -> new Remark(remark.tag(), remark.values()))
                        .toList());
    }

    ConfidentialityLabel toWrite(Instant now) {
        if (label == null) {
            throw Problem.badRequest("/label", "is required");
        }
        return new ConfidentialityLabel(
                label,
                created == null ? now : Rfc3339.parse(created, "/created"),
                review == null ? null : Rfc3339.parse(review, "/review"),
                remarks == null
                        ? List.of()
                        : remarks.stream().map(Conversion::toWrite).toList());
    }

    private static ConfidentialityLabel.Remark toWrite(Remark remark) {
        if (remark.tag() == null || remark.values() == null) {
            throw Problem.badRequest("/remarks", "have one without a tag or without values");
        }
        return new ConfidentialityLabel.Remark(remark.tag(), remark.values());
    }
}
