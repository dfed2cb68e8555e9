package org.entente.catalog.provenance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A derivation.
 *
 * @param derived the name of what was made
 * @param source the name of what it was made from
 * @param kind how
 */
record Edge(
        String derived,
        String source,
        String kind,
        Instant at,
        @Nullable String actor,
        @Nullable String reason) {}
