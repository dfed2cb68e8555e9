package org.entente.access.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.entente.access.consent.ConsentTerms;
import org.entente.access.consent.Giver;
import org.entente.access.consent.Material;
import org.entente.label.Labels;

/**
 * What an originator lets go of its controlled material whenever a plan is in force.
 *
 * @param giver the originator's nation
 * @param from when it was given
 */
record PreConsent(UUID id, String plan, String giver, Material material, Instant from) {
    /** What may be shown in a crisis; nothing is handed over. */
    private static final List<String> ACTIONS = List.of("view");

    /** The consents that they make of activations, each bounded by the activation in time and reach. */
    static List<GivenConsent> during(Collection<Activation> activations, List<PreConsent> preConsents, Labels labels) {
        List<GivenConsent> given = new ArrayList<>();
        for (Activation activation : activations) {
            for (PreConsent preConsent : preConsents) {
                if (preConsent.plan.equals(activation.plan().id())) {
                    activation
                            .plan()
                            .purposes()
                            .forEach(purpose -> given.add(preConsent.during(activation, purpose, labels)));
                }
            }
        }
        return given;
    }

    private GivenConsent during(Activation activation, String purpose, Labels labels) {
        Plan plan = activation.plan();
        ConsentTerms terms = new ConsentTerms(
                Giver.originator(giver),
                plan.id(),
                plan.partners(),
                purpose,
                ACTIONS,
                material,
                "Given beforehand for the plan.",
                activation.until());
        return GivenConsent.during(
                activation,
                id,
                terms,
                from.isAfter(activation.from()) ? from : activation.from(),
                (recipient, reach, instant) -> activation.reaches(reach, instant)
                        && (plan.groups().isEmpty() || PlanGroups.include(labels, plan.groups(), recipient, instant)));
    }
}
