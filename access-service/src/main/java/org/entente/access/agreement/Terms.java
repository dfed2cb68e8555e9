package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a data-use agreement says.
 *
 * @param partner the other party
 * @param title for people
 * @param purposes for which the information may be used
 * @param categories of information it covers
 * @param ceiling the highest classification it covers, a level of {@code ALLIANCE}
 * @param actions it allows
 * @param maxTier how deep a grant under it may reach, 0 to 4
 * @param from first instant
 * @param until first instant no more
 * @param legalBasis on which the home side shares
 * @param demands on the reader's surroundings
 * @param conditions that must hold besides, each of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terms(
        String partner,
        String title,
        List<String> purposes,
        List<String> categories,
        String ceiling,
        List<String> actions,
        int maxTier,
        Instant from,
        Instant until,
        @Nullable String legalBasis,
        @Nullable Demands demands,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Condition> conditions) {

    public Terms {
        purposes = List.copyOf(purposes);
        categories = List.copyOf(categories);
        actions = List.copyOf(actions);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    /** The same terms in force at other times. */
    public Terms during(Instant from, Instant until) {
        return new Terms(
                partner,
                title,
                purposes,
                categories,
                ceiling,
                actions,
                maxTier,
                from,
                until,
                legalBasis,
                demands,
                conditions);
    }

    /** Whether the instant lies in the agreed time. */
    public boolean spans(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether readers must have attended courses. */
    public boolean demandsTraining() {
        return demands != null && !demands.training().isEmpty();
    }
}
