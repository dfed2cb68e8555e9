package org.entente.access.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be shown to somebody on decisions taken before, as whoever enforces them states it.
 *
 * @param id under which it is to be found; new, and chosen by who states it, so that what is shown can name it
 * @param decisions that it rests on, all of one epoch
 * @param epoch they were taken on
 * @param validUntil the first instant at which they may no longer be used; absent where they were taken for this only
 * @param person who is shown it
 * @param partner they come from
 * @param purpose as stated, if any
 * @param what of the catalog it is: {@code list}, {@code count} or {@code search}
 * @param assets how many it shows
 * @param sha256 of the bytes that are shown, lower-case hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Disclosure(
        UUID id,
        List<UUID> decisions,
        @Nullable Long epoch,
        @Nullable Instant validUntil,
        String person,
        String partner,
        @Nullable String purpose,
        String what,
        @Nullable Integer assets,
        String sha256) {
    private static final int MOST_DECISIONS = 1_000;
    private static final int LONGEST_TEXT = 255;

    /** Makes sure that everything is there and of a reasonable length; the instant is ours. */
    void check(Instant now) {
        Vocabulary.present(id, "/id");
        if (decisions == null || decisions.isEmpty()) {
            throw Problem.badRequest("/decisions", "must name a decision");
        }
        if (decisions.size() > MOST_DECISIONS) {
            throw Problem.tooLarge("/decisions", "has more than " + MOST_DECISIONS + " entries");
        }
        Vocabulary.present(epoch, "/epoch");
        Vocabulary.text(person, "/person", LONGEST_TEXT);
        Vocabulary.text(partner, "/partner", LONGEST_TEXT);
        if (purpose != null) {
            Vocabulary.text(purpose, "/purpose", LONGEST_TEXT);
        }
        if (!List.of("list", "count", "search").contains(Vocabulary.present(what, "/what"))) {
            throw Problem.badRequest("/what", "is neither list, nor count, nor search");
        }
        if (Vocabulary.present(assets, "/assets") < 0) {
            throw Problem.badRequest("/assets", "must not be negative");
        }
        if (!Vocabulary.present(sha256, "/sha256").matches("[0-9a-f]{64}")) {
            throw Problem.badRequest("/sha256", "is not a SHA-256 in lower-case hexadecimal");
        }
        if (validUntil != null && !now.isBefore(validUntil)) {
            throw Problem.conflict("/validUntil", "has passed; decide again");
        }
    }
}
