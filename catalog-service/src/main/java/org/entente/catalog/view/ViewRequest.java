package org.entente.catalog.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see it for.
 *
 * @param purpose of the vocabulary that the agreements use
 */
record ViewRequest(
        @Schema(examples = "cyber-defence", required = true) @Nullable String purpose) {
    private static final int MAX_PURPOSE = 64;

    /** The purpose stated; whether it is one of the vocabulary, access-service knows. */
    static String requirePurpose(@Nullable ViewRequest request) {
        return requirePurpose(request == null ? null : request.purpose(), "/purpose");
    }

    /** The same for a purpose that is stated in another place. */
    static String requirePurpose(@Nullable String purpose, String field) {
        if (purpose == null || purpose.isBlank() || purpose.length() > MAX_PURPOSE) {
            throw Problem.badRequest(field, "must name the purpose of the view");
        }
        return purpose;
    }
}
