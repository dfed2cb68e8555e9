package org.entente.crisis.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, of the records.
 *
 * @param planName for people
 * @param partners whom the plan let see more
 * @param from first instant in force
 * @param until first instant no longer in force, as it came
 * @param shared what would not have been shared otherwise, by partner
 * @param isComplete whether the timeline has everything; else it has the first thousand entries, and the log the rest
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        String planName,
        List<String> partners,
        Instant from,
        Instant until,
        String reason,
        boolean criterionMet,
        String requestedBy,
        @Nullable String confirmedBy,
        String endedBy,
        List<Happening> timeline,
        List<Shared> shared,
        List<Deadline> deadlines,
        @JsonProperty("complete") boolean isComplete) {

    /**
     * An entry of the timeline.
     *
     * @param what the type of the event without its common parts
     * @param event identifier of the event in the log; absent for a fact that is none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Happening(
            Instant at,
            String what,
            @Nullable String who,
            @Nullable String partner,
            @Nullable String detail,
            @Nullable String event) {}

    /**
     * What one partner was permitted because of the activation.
     *
     * @param decisions how many rest on it
     * @param portions permitted by them, counted at each decision
     * @param persons how many asked
     * @param assets of how many assets
     * @param used decisions whose view was fetched
     */
    @RegisterForReflection
    public record Shared(String partner, int decisions, int portions, int persons, int assets, int used) {}

    /**
     * Something that had to be done by a time.
     *
     * @param done when it was; absent if it was not
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Deadline(
            String what, Instant due, @Nullable Instant done, boolean kept) {}

    Shared of(String partner) {
        return shared.stream()
                .filter(each -> each.partner().equals(partner))
                .findFirst()
                .orElse(new Shared(partner, 0, 0, 0, 0, 0));
    }
}
