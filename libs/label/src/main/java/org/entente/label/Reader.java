package org.entente.label;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who reads: a nation, and what its person is cleared for; prepared for many admissions. */
public final class Reader {

    private final int nation;
    private final List<Classification> levels;
    private final Set<String> compartments;

    private Reader(int nation, List<Classification> levels, Set<String> compartments) {
        this.nation = nation;
        this.levels = List.copyOf(levels);
        this.compartments = Set.copyOf(compartments);
    }

    /**
     * A reader from that nation. What is unknown admits to nothing: a nation that is none is in no set, and a clearance
     * of an unknown policy or level is not held at all.
     */
    public static Reader of(String nation, Collection<Clearance> clearances, MarkingPolicies policies) {
        List<Clearance> known = clearances.stream()
                .filter(clearance -> policies.classification(clearance.policy(), clearance.classification())
                        .isPresent())
                .toList();
        Set<String> compartments = new HashSet<>();
        known.forEach(clearance -> compartments.addAll(clearance.qualifiedCompartments()));
        List<Classification> levels = known.stream()
                .flatMap(clearance -> policies.classification(clearance.policy(), clearance.classification()).stream())
                .toList();
        return new Reader(Nation.index(nation), levels, compartments);
    }

    boolean isIn(NationSet nations) {
        return nations.contains(nation);
    }

    boolean dominates(Classification material) {
        for (Classification level : levels) {
            if (level.dominates(material)) {
                return true;
            }
        }
        return false;
    }

    boolean holds(List<String> needed) {
        return compartments.containsAll(needed);
    }
}
