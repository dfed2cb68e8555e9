package org.entente.catalog.provenance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity: a version, a tearline, a marking of a version, or a copy that was handed over.
 *
 * @param name by which it is known
 * @param actor who made it, as far as that is for the reader
 * @param depth how many derivations it is away
 */
record Node(
        long id,
        String name,
        String kind,
        UUID asset,
        int version,
        Instant at,
        @Nullable String actor,
        int depth,
        List<Agent> agents) {

    /**
     * A nation behind an entity.
     *
     * @param role {@code originator}, {@code contributor} or {@code custodian}
     */
    record Agent(String nation, String role) {}
}
