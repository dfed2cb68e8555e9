package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a breach of that severity.
 *
 * @param steps of the published ladder
 * @param lasting how long a lowered posture lasts; absent for until two persons take it away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consequence(
        Severity severity, List<Step> steps, @Nullable Period lasting) {
    public Consequence {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
