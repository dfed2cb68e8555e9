package org.entente.access.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** The same with consents more. */
    Warrants with(List<GivenConsent> more) {
        return new Warrants(Stream.concat(consents.stream(), more.stream()).toList(), licences, attestations, courses);
    }
}
