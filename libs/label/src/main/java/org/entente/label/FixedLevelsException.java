package org.entente.label;

/** An attempt to change the levels of the common scale, which are fixed. */
public final class FixedLevelsException extends LabelException {

    FixedLevelsException() {
        super("/levels", "of the policy " + MarkingPolicies.ALLIANCE + " cannot be changed");
    }
}
