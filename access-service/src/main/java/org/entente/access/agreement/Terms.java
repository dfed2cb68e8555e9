package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a data-use agreement says.
 *
 * @param partner the other party, or the first of several
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
 * @param parties all others than the home side, where there are several
 * @param undertakings of the parties; absent for none
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Condition> conditions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> parties,
        @Nullable Undertakings undertakings) {

    public Terms {
        purposes = List.copyOf(purposes);
        categories = List.copyOf(categories);
        actions = List.copyOf(actions);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        parties = parties == null ? List.of() : List.copyOf(parties);
    }

    /** Between two parties, with no undertakings. */
    public Terms(
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
            List<Condition> conditions) {
        this(
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
                conditions,
                List.of(),
                null);
    }

    /** All parties but the home side; never none. */
    public List<String> partners() {
        return parties.isEmpty() ? List.of(partner) : parties;
    }

    /** What the parties undertake; nothing, where nothing is stated. */
    public Undertakings undertaken() {
        return undertakings == null ? Undertakings.NONE : undertakings;
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
                conditions,
                parties,
                undertakings);
    }

    /** Whether the instant lies in the agreed time. */
    public boolean spans(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether readers must have attended courses. */
    public boolean demandsTraining() {
        return demands != null
                && (!demands.training().isEmpty() || !demands.trainingByTier().isEmpty());
    }
}
