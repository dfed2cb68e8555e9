package org.entente.access.consent;

import java.time.Instant;
import java.util.List;

/**
 * What a giver is asked to consent to, and consents to: these words and no others.
 *
 * @param recipient a partner, or a group of nations of {@code ALLIANCE}
 * @param nations whom that means: a group's members of the day it was asked, whoever joins later is not meant
 * @param purpose for which the material may be used
 * @param actions other than discovery, which any of them includes
 * @param justification why it is asked
 * @param until the first instant no more, at the latest
 */
public record ConsentTerms(
        Giver giver,
        String recipient,
        List<String> nations,
        String purpose,
        List<String> actions,
        Material material,
        String justification,
        Instant until) {
    public ConsentTerms {
        nations = List.copyOf(nations);
        actions = List.copyOf(actions);
    }
}
