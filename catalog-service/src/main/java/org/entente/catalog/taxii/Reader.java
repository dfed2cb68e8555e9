package org.entente.catalog.taxii;

import org.entente.catalog.access.Asking;
import org.jspecify.annotations.Nullable;

/**
 * Who reads at an API root.
 *
 * @param asking what is asked of access-service for it; absent for the home side, for which nobody decides
 */
record Reader(
        ApiRoot root,
        String subject,
        String actor,
        @Nullable Asking asking) {
    boolean isHome() {
        return asking == null;
    }

    /** The partner that may see the record of it. */
    @Nullable String partner() {
        return isHome() ? null : root.nation();
    }
}
