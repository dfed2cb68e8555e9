package org.entente.catalog.discovery;

import org.entente.catalog.access.AccessService.Asking;
import org.entente.catalog.access.Subject;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision on discovery can depend on besides policy, label and time: everything that is asked with but who it
 * is. Where a decision depends on the person too, access-service says that it is good once.
 */
record Profile(Subject.Properties properties, @Nullable String purpose) {
    static Profile of(Asking asking) {
        return new Profile(asking.subject().properties(), asking.purpose());
    }
}
