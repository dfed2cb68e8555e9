package org.entente.catalog.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to say.
 *
 * @param object STIX id of what it is about; absent for the whole asset
 * @param comment for the originator to read; sealed where it is kept
 */
record NewFeedback(
        @Schema(required = true) @Nullable Kind kind,

        @Schema(examples = "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2") @Nullable String object,

        @Schema(maxLength = MOST_COMMENT) @Nullable String comment) {
    private static final int MOST_COMMENT = 4_000;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,249}--[0-9a-fA-F-]{36}");

    /** What sort of feedback it is. */
    enum Kind {
        @JsonProperty("useful")
        USEFUL("useful"),
        @JsonProperty("not-useful")
        NOT_USEFUL("not-useful"),
        @JsonProperty("false-positive")
        FALSE_POSITIVE("false-positive"),
        /** The reader needs more, and asks the originator for it. */
        @JsonProperty("request-more")
        REQUEST_MORE("request-more"),
        /** It was sighted at the reader's. */
        @JsonProperty("seen")
        SEEN("seen");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        static Kind of(String wireName) {
            for (Kind kind : values()) {
                if (kind.wireName.equals(wireName)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("There is no feedback " + wireName + ".");
        }
    }

    /** Makes sure that it says something, and not too much. */
    static NewFeedback require(@Nullable NewFeedback feedback) {
        if (feedback == null || feedback.kind() == null) {
            throw Problem.badRequest("/kind", "is required");
        }
        if (feedback.object() != null && !ID.matcher(feedback.object()).matches()) {
            throw Problem.badRequest("/object", "is not the identifier of a STIX object");
        }
        if (feedback.comment() != null
                && (feedback.comment().isBlank() || feedback.comment().length() > MOST_COMMENT)) {
            throw Problem.badRequest("/comment", "must have 1 to " + MOST_COMMENT + " characters");
        }
        return feedback;
    }
}
