package org.entente.access.exercise;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.access.partner.Posture;
import org.entente.access.policy.Activation;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Draft;
import org.entente.access.policy.Plan;

/**
 * What an exercise has made of its copy of policy.
 *
 * @param postures by partner, where they differ from the real ones
 * @param openings what plans in force on the copy open
 */
@RegisterForReflection
record Copy(Map<String, Posture> postures, List<Opening> openings) {

    /** What a plan opens. */
    @RegisterForReflection
    record Opening(List<String> partners, List<String> purposes, List<String> categories, int tier, String ceiling) {
        private Activation activation(int number) {
            String id = "exercise-" + number;
            Plan plan = new Plan(id, 1, partners, purposes, categories, tier, ceiling);
            return new Activation(id, plan, Instant.MIN, Instant.MAX);
        }
    }

    /** The policy with these changes; the policy itself stays as it is. */
    CompiledPolicy of(CompiledPolicy policy) {
        List<Activation> activations = new ArrayList<>();
        openings.forEach(opening -> activations.add(opening.activation(activations.size() + 1)));
        return policy.with(new Draft(List.of(), List.of(), activations, Set.of()), postures);
    }
}
