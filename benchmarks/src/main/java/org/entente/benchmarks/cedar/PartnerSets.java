package org.entente.benchmarks.cedar;

import com.cedarpolicy.model.policy.PolicySet;
import java.util.HashMap;
import java.util.Map;

/** A cached policy set for each partner, and an empty one for whoever is none. */
final class PartnerSets {
    private static final int ROOM = 10;

    private final Map<String, PolicySet> sets = new HashMap<>();
    private final PolicySet none = CedarEngine.cached(CedarPolicy.LABEL);

    PartnerSets(Map<String, String> policies) {
        PolicySet.setCacheMaxPolicySets(policies.size() + ROOM);
        policies.forEach((partner, text) -> sets.put(partner, CedarEngine.cached(CedarPolicy.LABEL + text)));
    }

    PolicySet of(String partner) {
        return sets.getOrDefault(partner, none);
    }
}
