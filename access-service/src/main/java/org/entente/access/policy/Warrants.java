package org.entente.access.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What others than the parties to an agreement have to say: originators, owners, export authorities, and those who train.
 *
 * @param courses that the deepest tiers demand, by tier
 */
public record Warrants(
        Collection<GivenConsent> consents,
        Collection<HeldLicence> licences,
        Collection<Attestation> attestations,
        Map<Integer, List<String>> courses) {
    /** Nobody has said anything. */
    public static final Warrants NONE = new Warrants(List.of(), List.of(), List.of(), Map.of());

    public Warrants {
        consents = List.copyOf(consents);
        licences = List.copyOf(licences);
        attestations = List.copyOf(attestations);
        courses = Map.copyOf(courses);
    }
}
