package org.entente.catalog.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the door, or inside and about to turn a page.
 *
 * @param assurance how they logged in
 * @param address from where they ask, if known
 * @param country where that is, if known
 */
record Visit(
        String partner,
        String person,
        String assurance,
        @Nullable String address,
        @Nullable String country,
        Instant at) {}
