package org.entente.access.policy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;

/**
 * What might become policy.
 *
 * @param agreements to be concluded
 * @param grants to be issued
 * @param activations to be assumed
 * @param without identifiers of agreements and grants that would end
 */
public record Draft(List<Agreement> agreements, List<Grant> grants, List<Activation> activations, Set<UUID> without) {
    public Draft {
        agreements = List.copyOf(agreements);
        grants = List.copyOf(grants);
        activations = List.copyOf(activations);
        without = Set.copyOf(without);
    }

    List<Agreement> agreements(Collection<Agreement> present) {
        return Stream.concat(
                        present.stream().filter(agreement -> !without.contains(agreement.id())), agreements.stream())
                .toList();
    }

    List<Grant> grants(Collection<Grant> present) {
        return Stream.concat(present.stream().filter(grant -> !without.contains(grant.id())), grants.stream())
                .toList();
    }

    List<Activation> activations(Collection<Activation> present) {
        return Stream.concat(present.stream(), activations.stream()).toList();
    }
}
