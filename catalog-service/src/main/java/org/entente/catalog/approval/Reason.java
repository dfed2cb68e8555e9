package org.entente.catalog.approval;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Why somebody does something, which they have to say. */
@RegisterForReflection
public record Reason(
        @Schema(examples = "The source has been warned.", required = true, maxLength = MOST) @Nullable String reason) {
    private static final int MOST = 2_000;

    /** @throws Problem 400 where none is stated */
    public static String require(@Nullable Reason stated) {
        return require(stated == null ? null : stated.reason(), "/reason");
    }

    /** @throws Problem 400 at that pointer where none is stated */
    public static String require(@Nullable String reason, String pointer) {
        if (reason == null || reason.isBlank() || reason.length() > MOST || reason.indexOf('\0') >= 0) {
            throw Problem.badRequest(pointer, "must state a reason of 1 to " + MOST + " characters");
        }
        return reason;
    }
}
