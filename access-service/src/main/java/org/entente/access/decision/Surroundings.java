package org.entente.access.decision;

import java.util.ArrayList;
import java.util.List;
import org.entente.access.agreement.Demands;
import org.entente.access.vocabulary.Assurance;
import org.jspecify.annotations.Nullable;

/** What an agreement demands of the reader's surroundings; a demand about which nothing is known is unmet. */
final class Surroundings {
    private Surroundings() {}

    static List<Finding> unmet(@Nullable Demands demands, Question.Person person, String clause) {
        if (demands == null) {
            return List.of();
        }
        List<Finding> unmet = new ArrayList<>();
        List<String> countries = demands.countries();
        if (!countries.isEmpty() && (person.country() == null || !countries.contains(person.country()))) {
            unmet.add(new Finding(Code.OUTSIDE_GEOFENCE, clause + ", countries"));
        }
        if (demands.assurance() != null && isBelow(person.assurance(), demands.assurance())) {
            unmet.add(new Finding(Code.ASSURANCE_TOO_LOW, clause + ", assurance"));
        }
        // Nobody keeps attestations yet: what is demanded cannot be shown to be met.
        if (!demands.training().isEmpty()) {
            unmet.add(new Finding(Code.TRAINING_LAPSED, clause + ", training"));
        }
        return unmet;
    }

    private static boolean isBelow(@Nullable Assurance assurance, Assurance demanded) {
        return assurance == null || assurance.compareTo(demanded) < 0;
    }
}
