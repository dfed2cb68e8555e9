package org.entente.label;

import java.util.EnumSet;
import java.util.Set;

/** Whether a label lets a reader in. Monotone: who is admitted to a banner is admitted to each portion under it. */
public final class Admission {

    private Admission() {}

    /** Every condition that the reader does not meet; empty if the label admits. */
    public static Set<Unmet> of(NormalLabel label, Reader reader, Act act) {
        EnumSet<Unmet> unmet = EnumSet.noneOf(Unmet.class);
        for (Unmet condition : Unmet.values()) {
            if (isUnmet(condition, label, reader, act)) {
                unmet.add(condition);
            }
        }
        return unmet;
    }

    /** Whether the reader does not meet that condition; one that the act does not ask for is met. */
    public static boolean isUnmet(Unmet condition, NormalLabel label, Reader reader, Act act) {
        return switch (condition) {
            case NOT_RELEASABLE -> act.handsOver() && !reader.isIn(label.releasableTo());
            case NOT_DISPLAYABLE -> !act.handsOver() && !reader.isIn(label.displayableTo());
            case CLASSIFICATION_TOO_HIGH -> !reader.dominates(label.classification());
            case COMPARTMENT_NOT_HELD -> !reader.holds(label.compartments());
        };
    }
}
