package org.entente.catalog.discovery;

import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Subject;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision on discovery can depend on besides policy, label and time: everything that is asked with but who it
 * is. Where a decision depends on the person too, access-service says that it is good once.
 */
record Profile(
        Aim aim, Subject.Properties properties, @Nullable String purpose) {
    /** What the reader wants. */
    enum Aim {
        /** To know what there is. */
        DISCOVER,
        /** To be handed copies. */
        RECEIVE
    }

    static Profile of(Aim aim, Asking asking) {
        return new Profile(aim, asking.subject().properties(), asking.purpose());
    }
}
