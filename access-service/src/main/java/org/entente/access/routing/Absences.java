package org.entente.access.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is away at one instant, and who stands in: the one stated last counts. */
public final class Absences {
    private final Map<String, String> delegates = new HashMap<>();

    /** Somebody who is away, and who stands in. */
    public record StandIn(String officer, String delegate) {}

    public Absences(Collection<StandIn> away) {
        away.forEach(absence -> delegates.put(absence.officer(), absence.delegate()));
    }

    static Absences of(Collection<Absence> away) {
        return new Absences(away.stream()
                .map(absence -> new StandIn(absence.officer, absence.delegate))
                .toList());
    }

    /** Who answers in an officer's place now; the superior where all who stand in for one another are away. */
    public String responsible(String officer, String superior) {
        Set<String> away = new HashSet<>();
        String present = officer;
        while (delegates.containsKey(present)) {
            if (!away.add(present)) {
                return superior;
            }
            present = delegates.get(present);
        }
        return present;
    }
}
