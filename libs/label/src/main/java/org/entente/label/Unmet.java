package org.entente.label;

import java.util.Locale;

/** A condition of the label that a reader does not meet. */
public enum Unmet {
    NOT_RELEASABLE,
    NOT_DISPLAYABLE,
    CLASSIFICATION_TOO_HIGH,
    COMPARTMENT_NOT_HELD;

    /** The code of the decision's reason. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
