package org.entente.access.houserule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of house rules, with what it says. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HouseRulesView(
        String name,
        int version,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        HouseRules rules) {

    /**
     * One of a list.
     *
     * @param resourceTypes that it governs, once it is in force
     */
    public record Line(String name, int version, State state, List<String> resourceTypes) {
        static Line of(HouseRuleSet set) {
            return new Line(set.name, set.version, set.state, set.rules().resourceTypes());
        }
    }

    static HouseRulesView of(HouseRuleSet set) {
        return new HouseRulesView(
                set.name,
                set.version,
                set.state,
                set.proposer,
                set.proposedAt,
                set.approver,
                set.approvedAt,
                set.rules());
    }
}
