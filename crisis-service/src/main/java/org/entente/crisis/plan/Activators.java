package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who may activate a plan, and how many it takes.
 *
 * @param withCriterion how many when the criterion is met, 1 to 3; absent for one
 * @param without how many when it is not, 2 or 3; absent for two
 * @param users the user names of the home side's authorities that may; absent for all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Activators(
        @Schema(examples = "1") @Nullable Integer withCriterion,
        @Schema(examples = "2") @Nullable Integer without,
        @Nullable List<String> users) {
    /** Where the plan says nothing. */
    static final Activators USUAL = new Activators(null, null, null);

    /** How many persons it takes. */
    public int needed(boolean isCriterionMet) {
        if (isCriterionMet) {
            return withCriterion == null ? 1 : withCriterion;
        }
        return without == null ? 2 : Math.max(2, without);
    }

    /** @param actor as it stands in the log, {@code user@nation} */
    public boolean include(String actor) {
        return users == null || users.contains(actor.substring(0, Math.max(0, actor.lastIndexOf('@'))));
    }
}
