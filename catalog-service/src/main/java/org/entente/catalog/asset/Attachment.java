package org.entente.catalog.asset;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as it is registered: a new one, or one of the version before, which stays under its label.
 *
 * @param upload of a new one
 * @param name of the file, for people
 * @param keep the portion that an attachment of the version before is
 */
@RegisterForReflection // read by hand, away from the event loop
record Attachment(
        @Nullable UUID upload,

        @Schema(examples = "pumps.pdf", maxLength = MAX_NAME) @Nullable String name,

        @Nullable Label label,

        @Schema(examples = "attachment:5f0c1ad97b3e") @Nullable String keep) {
    private static final int MAX_NAME = 200;

    /** Makes sure that it is one or the other, and complete. */
    void check(String pointer) {
        if ((upload == null) == (keep == null)) {
            throw Problem.badRequest(pointer, "must have either upload or keep");
        }
        if (keep != null && (name != null || label != null)) {
            throw Problem.badRequest(pointer + "/keep", "keeps its name and its label");
        }
        if (upload != null && (name == null || !isName(name))) {
            throw Problem.badRequest(pointer + "/name", "must be a file name of 1 to " + MAX_NAME + " characters");
        }
        if (upload != null && label == null) {
            throw Problem.badRequest(pointer + "/label", "is required");
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= MAX_NAME
                && name.chars().noneMatch(sign -> Character.isISOControl(sign) || sign == '/' || sign == '\\');
    }
}
