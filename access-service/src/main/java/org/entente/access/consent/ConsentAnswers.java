package org.entente.access.consent;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What a giver answers. */
public final class ConsentAnswers {
    private static final int LONGEST_REASON = 2000;

    private ConsentAnswers() {}

    /**
     * A consent.
     *
     * @param until first instant no more, at most as long as was asked; there is none without an end
     */
    @Schema(examples = "{\"until\": \"2027-01-01T00:00:00Z\"}")
    public record Giving(@Nullable Instant until) {}

    /**
     * A refusal.
     *
     * @param until until when the same need not be asked again; absent for as long as was asked
     */
    @Schema(examples = "{\"reason\": \"Ask again after the trials.\", \"until\": \"2026-12-31T00:00:00Z\"}")
    public record Refusal(@Nullable String reason, @Nullable Instant until) {}

    /** Why a consent is taken back. */
    @Schema(examples = "{\"reason\": \"The partner has shared it with its industry.\"}")
    public record TakingBack(@Nullable String reason) {}

    static String reason(@Nullable String stated) {
        return Vocabulary.text(stated, "/reason", LONGEST_REASON);
    }

    static Instant until(@Nullable Instant stated, Consent consent, Instant now) {
        Instant until = Vocabulary.present(stated, "/until");
        if (!until.isAfter(now)) {
            throw Problem.badRequest("/until", "is not in the future");
        }
        if (until.isAfter(consent.terms().until())) {
            throw Problem.unprocessable("/until", "is after the end that was asked for");
        }
        return until;
    }
}
