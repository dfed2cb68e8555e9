package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * What an originator registers.
 *
 * @param title for people; shown to whom the default label admits
 * @param purposeNote what it is meant for, for the home side
 * @param bundle STIX 2.1
 * @param defaultLabel of every object that has no other
 * @param labelsByType labels of objects, by their STIX type
 */
@RegisterForReflection // read by hand, away from the event loop
record Registration(
        @Schema(examples = "Intrusion into a water utility", maxLength = MAX_TITLE) @Nullable String title,

        @Schema(maxLength = MAX_NOTE) @Nullable String purposeNote,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode bundle,
        @Nullable Label defaultLabel,
        @Nullable Map<String, @Nullable Label> labelsByType) {
    private static final int MAX_TITLE = 300;
    private static final int MAX_NOTE = 4_000;
    private static final int MAX_TYPES = 200;

    /** Makes sure that everything needed is there and of a reasonable length. */
    void check() {
        if (title == null || title.isBlank() || title.length() > MAX_TITLE) {
            throw Problem.badRequest("/title", "must have 1 to " + MAX_TITLE + " characters");
        }
        if (purposeNote != null && purposeNote.length() > MAX_NOTE) {
            throw Problem.badRequest("/purposeNote", "must have at most " + MAX_NOTE + " characters");
        }
        if (bundle == null || bundle.isNull()) {
            throw Problem.badRequest("/bundle", "is required");
        }
        if (defaultLabel == null) {
            throw Problem.badRequest("/defaultLabel", "is required");
        }
        if (labelsByType != null && labelsByType.size() > MAX_TYPES) {
            throw Problem.badRequest("/labelsByType", "must have at most " + MAX_TYPES + " members");
        }
    }
}
