package org.entente.access.decision;

import java.util.List;
import org.entente.access.agreement.Demands;
import org.entente.access.agreement.Network;
import org.entente.access.vocabulary.Assurance;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** What an agreement demands of the reader's surroundings; a demand about which nothing is known is unmet. */
final class Surroundings {
    private Surroundings() {}

    /** The codes of what is unmet, each by its bit. */
    static int unmet(@Nullable Demands demands, Question.Person person, Act act) {
        if (demands == null) {
            return 0;
        }
        int unmet = 0;
        if (isOutside(demands, person)) {
            unmet |= Code.OUTSIDE_GEOFENCE.bit();
        }
        if (isTooWeak(demands, person, act)) {
            unmet |= Code.ASSURANCE_TOO_LOW.bit();
        }
        return unmet;
    }

    private static boolean isTooWeak(Demands demands, Question.Person person, Act act) {
        Assurance demanded =
                act == Act.DISCOVER && demands.discovery() != null ? demands.discovery() : demands.assurance();
        return demanded != null && isBelow(person.assurance(), demanded);
    }

    /** Country and network fence together: where both are demanded, both must hold. */
    private static boolean isOutside(Demands demands, Question.Person person) {
        List<String> countries = demands.countries();
        if (!countries.isEmpty() && (person.country() == null || !countries.contains(person.country()))) {
            return true;
        }
        List<Network> networks = demands.networks();
        for (Network network : networks) {
            if (network.contains(person.address())) {
                return false;
            }
        }
        return !networks.isEmpty();
    }

    private static boolean isBelow(@Nullable Assurance assurance, Assurance demanded) {
        return assurance == null || assurance.compareTo(demanded) < 0;
    }
}
