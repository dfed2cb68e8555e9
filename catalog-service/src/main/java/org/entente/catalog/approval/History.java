package org.entente.catalog.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a proposal.
 *
 * @param steps at least one, the first of which proposed it
 */
public record History(List<Step> steps) {

    public State state() {
        return last().state();
    }

    /** Who proposed it. */
    public Person proposer() {
        return steps.get(0).person();
    }

    public boolean isApproved() {
        return state() == State.APPROVED;
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** For people to read. */
    public List<Act> acts() {
        return steps.stream()
                .map(step -> new Act(step.state(), step.person().actor(), step.at(), step.reason()))
                .toList();
    }

    /** One step, without what identifies the person to machines. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Act(
            State state, String by, Instant at, @Nullable String reason) {}
}
