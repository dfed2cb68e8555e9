package org.entente.label;

import java.util.EnumSet;
import java.util.Set;

/** Whether a label lets a reader in. Monotone: who is admitted to a banner is admitted to each portion under it. */
public final class Admission {

    private Admission() {}

    /** Every condition that the reader does not meet; empty if the label admits. */
    public static Set<Unmet> of(NormalLabel label, Reader reader, Act act) {
        EnumSet<Unmet> unmet = EnumSet.noneOf(Unmet.class);
        if (act.handsOver() && !reader.isIn(label.releasableTo())) {
            unmet.add(Unmet.NOT_RELEASABLE);
        }
        if (!act.handsOver() && !reader.isIn(label.displayableTo())) {
            unmet.add(Unmet.NOT_DISPLAYABLE);
        }
        if (!reader.dominates(label.classification())) {
            unmet.add(Unmet.CLASSIFICATION_TOO_HIGH);
        }
        if (!reader.holds(label.compartments())) {
            unmet.add(Unmet.COMPARTMENT_NOT_HELD);
        }
        return unmet;
    }
}
