package org.entente.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who reads: a nation, and what its person is cleared for; prepared for many admissions. */
public final class Reader {

    private final int nation;
    private final List<Held> held;

    private Reader(int nation, List<Held> held) {
        this.nation = nation;
        this.held = held;
    }

    /**
     * A reader from that nation. What is unknown admits to nothing: a nation that is none is in no set, and a clearance
     * of an unknown policy or level is not held at all.
     */
    public static Reader of(String nation, Collection<Clearance> clearances, MarkingPolicies policies) {
        List<Held> held = new ArrayList<>(clearances.size());
        for (Clearance clearance : clearances) {
            Optional<Classification> level = policies.classification(clearance.policy(), clearance.classification());
            if (level.isPresent()) {
                held.add(new Held(level.get(), clearance));
            }
        }
        return new Reader(Nation.index(nation), held);
    }

    boolean isIn(NationSet nations) {
        return nations.contains(nation);
    }

    boolean dominates(Classification material) {
        for (Held one : held) {
            if (one.level.dominates(material)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every compartment is held, each in any of the clearances. */
    boolean holds(List<String> needed) {
        for (String compartment : needed) {
            if (!holds(compartment)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String compartment) {
        for (Held one : held) {
            if (one.clearance.holds(compartment)) {
                return true;
            }
        }
        return false;
    }

    /** A clearance that is known, with its level. */
    private record Held(Classification level, Clearance clearance) {}
}
