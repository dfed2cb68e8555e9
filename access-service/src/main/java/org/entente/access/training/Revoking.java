package org.entente.access.training;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is revoked.
 *
 * @param persons of the sheet; absent for all of them
 */
@Schema(examples = "{\"persons\": [\"a3f1c2d4-58e6-4c0b-9a57-3d2e1f0a9b88\"], \"reason\": \"Did not attend.\"}")
public record Revoking(
        @Nullable List<String> persons, @Nullable String reason) {
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LIST = 500;

    String checkedReason() {
        return Vocabulary.text(reason, "/reason", LONGEST_REASON);
    }

    /** None for all of the sheet. */
    List<String> checkedPersons() {
        if (persons == null) {
            return List.of();
        }
        if (persons.isEmpty() || persons.size() > LONGEST_LIST) {
            throw Problem.badRequest("/persons", "must have 1 to " + LONGEST_LIST + " entries");
        }
        return List.copyOf(persons);
    }
}
