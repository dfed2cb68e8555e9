package org.entente.catalog.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a copy is wanted for, and by whom.
 *
 * @param purpose of the vocabulary that the agreements use
 * @param recipient where the home side asks for somebody; who asks for themselves is known
 */
record ReleaseRequest(
        @Schema(examples = "cyber-defence", required = true) @Nullable String purpose,

        @Nullable Recipient recipient) {
    private static final int LONGEST_PURPOSE = 64;

    static ReleaseRequest present(@Nullable ReleaseRequest request) {
        if (request == null) {
            throw Problem.badRequest("", "is required");
        }
        return request;
    }

    String requirePurpose() {
        if (purpose == null || purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw Problem.badRequest("/purpose", "must name the purpose of the release");
        }
        return purpose;
    }

    Recipient requireRecipient(String officer, String home) {
        if (recipient == null) {
            throw Problem.badRequest("/recipient", "is required");
        }
        return recipient.stated(officer, home);
    }

    void requireNoRecipient() {
        if (recipient != null) {
            throw Problem.badRequest("/recipient", "is whoever asks, and cannot be stated");
        }
    }
}
