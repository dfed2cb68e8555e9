package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.indicator.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What ends an activation before its time, by itself.
 *
 * @param whenCriterionFalls whether the criterion's falling does, where it was met
 * @param when something else that does, in CEL over indicators; absent for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EarlyEnd(
        @Nullable Boolean whenCriterionFalls,

        @Schema(examples = "level('partner-compromise') >= 50.0") @Nullable String when) {

    public boolean fallsWithCriterion() {
        return Boolean.TRUE.equals(whenCriterionFalls);
    }

    public @Nullable Expression expression() {
        return when == null ? null : Expression.of(when);
    }
}
