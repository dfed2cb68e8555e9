package org.entente.catalog.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which objects of the shelf.
 *
 * @param within where they stand
 * @param after they came after that instant
 * @param ids only these; empty for all
 * @param types only these; empty for all
 * @param versions of an object, of those that stand there
 */
public record Selection(Within within, Instant after, List<String> ids, List<String> types, Versions versions) {

    /** A version that is the newest, the oldest, or whichever there is. */
    public enum Extreme {
        FIRST,
        LAST,
        ALL
    }

    /** One of these extremes, or exactly one of these versions. */
    public record Versions(Set<Extreme> extremes, List<Instant> exact) {
        public static final Versions NEWEST = new Versions(Set.of(Extreme.LAST), List.of());
        public static final Versions ALL = new Versions(Set.of(Extreme.ALL), List.of());
    }
}
