package org.entente.access.standing;

import org.entente.access.grant.GrantTerms;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a standing.
 *
 * @param subject of the partner's person; absent for the home side, which is shown what anybody of the partner has
 * @param unit of that person, as the token says it
 */
record Reader(
        Assurance assurance,
        @Nullable String subject,
        @Nullable String unit) {
    static Reader of(Assurance assurance) {
        return new Reader(assurance, null, null);
    }

    /** Whether a grant is for somebody else: another person, or another unit. */
    boolean isExcluded(GrantTerms terms) {
        return subject != null
                && (terms.person() != null && !terms.person().equals(subject)
                        || terms.unit() != null && !terms.unit().equals(unit));
    }
}
