package org.entente.label.stix;

import org.entente.label.Label;
import org.entente.label.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What a marking definition does to a label; a mere statement does nothing.
 *
 * @param tlp added to the label if stricter
 * @param label takes the place of the default label
 */
record Marking(@Nullable Tlp tlp, @Nullable Label label) {

    boolean changesLabel() {
        return tlp != null || label != null;
    }
}
