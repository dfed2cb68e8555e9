package org.entente.catalog.view;

import org.jspecify.annotations.Nullable;

/**
 * Who reads, and what for.
 *
 * @param purpose as stated
 * @param partner the reader's, none for the home side
 * @param actor {@code name@nation}
 * @param person the token's {@code sub}; absent where nobody reads
 */
record Reading(
        String purpose,
        @Nullable String partner,
        String actor,
        @Nullable String person) {}
