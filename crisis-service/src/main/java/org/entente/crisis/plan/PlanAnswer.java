package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is shown, the terms that count among its own members.
 *
 * @param amendment the version that lies on the table beside them; absent where there is none
 * @param consentAt where the parties read the newest version, and consent to it or withdraw
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanAnswer(
        UUID id,
        PlanState state,
        int version,
        @JsonUnwrapped Terms terms,
        List<Consent> consents,
        @Nullable Amendment amendment,
        String consentAt) {

    /** A version that is not agreed yet. */
    @RegisterForReflection
    public record Amendment(int version, Terms terms) {}

    /** The plan as it stands, consents in the order in which they were given. */
    public static PlanAnswer of(Plan plan) {
        return of(plan, null);
    }

    static PlanAnswer of(Plan plan, @Nullable Terms open) {
        return new PlanAnswer(
                plan.id,
                plan.state,
                plan.version,
                plan.terms,
                plan.consents,
                open == null || plan.openVersion == plan.version ? null : new Amendment(plan.openVersion, open),
                "/access/plans/" + plan.id);
    }
}
