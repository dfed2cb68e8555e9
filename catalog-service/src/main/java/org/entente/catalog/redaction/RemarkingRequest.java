package org.entente.catalog.redaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * What is to be marked anew, and why.
 *
 * @param reason for the log
 * @param changes at least one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record RemarkingRequest(
        @Schema(examples = "The source has been exposed.", required = true) @Nullable String reason,

        @Nullable List<@Nullable Change> changes) {
    private static final int MOST_CHANGES = 100;
    private static final int MOST_PORTIONS = 50_000;

    /**
     * Portions that get another label.
     *
     * @param portions their identifiers; absent for all
     * @param title whether title and purpose note get it too
     * @param label the new one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Change(
            @Nullable List<@Nullable String> portions,
            @Nullable Boolean title,
            @Nullable Label label) {

        boolean isAboutTitle() {
            return Boolean.TRUE.equals(title);
        }
    }

    /** The changes, each with a label and no portion in two of them.
     * @throws Problem 400 naming what is missing
     */
    List<Change> requireChanges() {
        if (changes == null || changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw Problem.badRequest("/changes", "must have 1 to " + MOST_CHANGES + " entries");
        }
        List<Change> complete = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Change change : changes) {
            String pointer = "/changes/" + complete.size();
            if (change == null || change.label() == null) {
                throw Problem.badRequest(pointer + "/label", "is required");
            }
            int index = 0;
            for (String portion : Objects.requireNonNullElse(change.portions(), List.<@Nullable String>of())) {
                if (portion == null || !named.add(portion) || named.size() > MOST_PORTIONS) {
                    throw Problem.badRequest(pointer + "/portions/" + index, "must name a portion, each once");
                }
                index++;
            }
            if (change.portions() == null && changes.size() > 1) {
                throw Problem.badRequest(pointer + "/portions", "are required where there are several changes");
            }
            complete.add(change);
        }
        return complete;
    }
}
