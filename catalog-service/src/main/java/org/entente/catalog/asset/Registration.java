package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.document.Document;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * What an originator registers.
 *
 * @param title for people; shown to whom the default label admits
 * @param purposeNote what it is meant for, for the home side
 * @param bundle STIX 2.1; or else there is a document
 * @param document Markdown with portion marks, or portions
 * @param defaultLabel of the title, and of every object of a bundle that has no other; where a portion mark says nothing of
 *     policy or categories, they are those of this label
 * @param labelsByType labels of the objects of a bundle, by their STIX type
 * @param attachments each a portion of its own
 */
@RegisterForReflection // read by hand, away from the event loop
record Registration(
        @Schema(examples = "Intrusion into a water utility", maxLength = MAX_TITLE) @Nullable String title,

        @Schema(maxLength = MAX_NOTE) @Nullable String purposeNote,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode bundle,
        @Schema(implementation = Document.class) @Nullable JsonNode document,
        @Nullable Label defaultLabel,
        @Nullable Map<String, @Nullable Label> labelsByType,
        @Nullable List<Attachment> attachments) {
    private static final int MAX_TITLE = 300;
    private static final int MAX_NOTE = 4_000;
    private static final int MAX_TYPES = 200;

    private static final int MAX_ATTACHMENTS = 100;

    /** Makes sure that everything needed is there and of a reasonable length. */
    void check() {
        if (title == null || title.isBlank() || title.length() > MAX_TITLE) {
            throw Problem.badRequest("/title", "must have 1 to " + MAX_TITLE + " characters");
        }
        if (purposeNote != null && purposeNote.length() > MAX_NOTE) {
            throw Problem.badRequest("/purposeNote", "must have at most " + MAX_NOTE + " characters");
        }
        if (isMissing(bundle) == isMissing(document)) {
            throw Problem.badRequest("/bundle", "is required, or else a document");
        }
        if (isMissing(bundle) && labelsByType != null) {
            throw Problem.badRequest("/labelsByType", "is for bundles only");
        }
        if (defaultLabel == null) {
            throw Problem.badRequest("/defaultLabel", "is required");
        }
        if (labelsByType != null && labelsByType.size() > MAX_TYPES) {
            throw Problem.badRequest("/labelsByType", "must have at most " + MAX_TYPES + " members");
        }
        if (attached().size() > MAX_ATTACHMENTS) {
            throw Problem.badRequest("/attachments", "must have at most " + MAX_ATTACHMENTS + " entries");
        }
        for (int index = 0; index < attached().size(); index++) {
            attached().get(index).check("/attachments/" + index);
        }
    }

    Form form() {
        return isMissing(bundle) ? Form.DOCUMENT : Form.STIX;
    }

    List<Attachment> attached() {
        return Objects.requireNonNullElse(attachments, List.of());
    }

    /** The bundle or the document. */
    JsonNode content() {
        return Objects.requireNonNull(isMissing(bundle) ? document : bundle);
    }

    /** The same, with what is large in place of its content. */
    Registration withContent(JsonNode digest) {
        return new Registration(title, purposeNote, digest, null, defaultLabel, labelsByType, attachments);
    }

    private static boolean isMissing(@Nullable JsonNode content) {
        return content == null || content.isNull();
    }
}
