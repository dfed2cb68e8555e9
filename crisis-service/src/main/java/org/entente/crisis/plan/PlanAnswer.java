package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/** A plan as it is shown, its terms among its own members. */
@RegisterForReflection
public record PlanAnswer(
        UUID id,
        PlanState state,
        int version,
        @JsonUnwrapped Terms terms,
        List<Consent> consents) {

    /** The plan as it stands, consents in the order in which they were given. */
    public static PlanAnswer of(Plan plan) {
        return new PlanAnswer(plan.id, plan.state, plan.version, plan.terms, plan.consents);
    }
}
