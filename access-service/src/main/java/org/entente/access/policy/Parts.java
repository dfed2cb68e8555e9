package org.entente.access.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.access.houserule.RuleBook;
import org.entente.access.partner.Posture;
import org.entente.access.partner.Trust;
import org.entente.access.policy.CompiledPolicy.Agreement;
import org.entente.access.policy.CompiledPolicy.Grant;
import org.entente.label.Labels;

/** What a policy is compiled from. */
public record Parts(
        Map<String, ? extends Trust> postures,
        Collection<Agreement> agreements,
        Collection<Grant> grants,
        Collection<Activation> activations,
        Collection<RuleBook> ruleBooks,
        Warrants warrants) {

    public Parts(
            Map<String, ? extends Trust> postures,
            Collection<Agreement> agreements,
            Collection<Grant> grants,
            Collection<Activation> activations) {
        this(postures, agreements, grants, activations, List.of(), Warrants.NONE);
    }

    /** The same, with what originators let go while plans are in force. */
    Parts with(List<PreConsent> preConsents, Labels labels) {
        return preConsents.isEmpty()
                ? this
                : new Parts(
                        postures,
                        agreements,
                        grants,
                        activations,
                        ruleBooks,
                        warrants.with(PreConsent.during(activations, preConsents, labels)));
    }

    /** The same if a draft were part of it. */
    Parts with(Draft draft) {
        return new Parts(
                postures,
                draft.agreements(agreements),
                draft.grants(grants),
                draft.activations(activations),
                ruleBooks,
                warrants);
    }

    /** The same if partners that are known were trusted otherwise. */
    Parts trusting(Map<String, Posture> others) {
        Map<String, Trust> trusted = new HashMap<>(postures);
        others.forEach(trusted::replace);
        return new Parts(trusted, agreements, grants, activations, ruleBooks, warrants);
    }
}
