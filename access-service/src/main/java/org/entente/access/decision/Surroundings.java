package org.entente.access.decision;

import java.util.List;
import org.entente.access.agreement.Demands;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/** What an agreement demands of the reader's surroundings; a demand about which nothing is known is unmet. */
final class Surroundings {
    private Surroundings() {}

    /** The codes of what is unmet, each by its bit. */
    static int unmet(@Nullable Demands demands, Question.Person person) {
        if (demands == null) {
            return 0;
        }
        int unmet = 0;
        List<String> countries = demands.countries();
        if (!countries.isEmpty() && (person.country() == null || !countries.contains(person.country()))) {
            unmet |= Code.OUTSIDE_GEOFENCE.bit();
        }
        if (demands.assurance() != null && isBelow(person.assurance(), demands.assurance())) {
            unmet |= Code.ASSURANCE_TOO_LOW.bit();
        }
        return unmet;
    }

    private static boolean isBelow(@Nullable Assurance assurance, Assurance demanded) {
        return assurance == null || assurance.compareTo(demanded) < 0;
    }
}
