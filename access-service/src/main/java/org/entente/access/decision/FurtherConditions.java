package org.entente.access.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.access.expression.Facts;
import org.entente.access.expression.Outcome;
import org.entente.access.policy.CompiledPolicy.Condition;
import org.entente.access.policy.Holding;
import org.entente.access.policy.Meaning;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/** The further conditions of agreements, over what the request says and over the label in question. */
final class FurtherConditions {
    private final Circumstances circumstances;
    private final Meaning meaning;
    private @Nullable Facts facts;

    FurtherConditions(Circumstances circumstances, Meaning meaning) {
        this.circumstances = circumstances;
        this.meaning = meaning;
    }

    /** The clauses whose condition is not met; what cannot be evaluated is not (G1). */
    List<Finding> unmet(Holding holding) {
        if (holding.agreement().conditions().isEmpty()) {
            return List.of();
        }
        List<Finding> unmet = new ArrayList<>();
        for (Condition condition : holding.agreement().conditions()) {
            Outcome outcome = condition.expression().outcome(facts());
            if (!outcome.isMet()) {
                String speaks = holding.clause() + ", clause " + condition.clause() + outcome.remark();
                unmet.add(new Finding(Code.CONDITION_UNMET, speaks));
            }
        }
        return unmet;
    }

    /**
     * The resource is the label in question, as it is understood here: what the request says of the asset does not count,
     * so that what is under the same label is decided alike, and a list decides it once.
     */
    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            known = Facts.of(circumstances.question().stated(), circumstances.instant())
                    .with(Facts.ACTION, Map.of("name", circumstances.act().wireName()))
                    .replacing(Facts.RESOURCE, resource(meaning.label(), meaning.tier()));
            facts = known;
        }
        return known;
    }

    private static Map<String, Object> resource(NormalLabel label, int tier) {
        return Map.of(
                "originators", label.originators(),
                "policy", label.classification().policy(),
                "classification", label.classification().level(),
                "categories", label.categories(),
                "compartments", label.compartments(),
                "tier", (long) tier);
    }
}
