package org.entente.audit.anomaly;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access, as the log tells of it.
 *
 * @param index of the entry in the log
 * @param at when
 * @param by who
 * @param deed what
 * @param place where from, as far as known
 */
record Access(long index, Instant at, Accessor by, Deed deed, Place place) {

    /**
     * Who accesses.
     *
     * @param person identifier of the person
     * @param unit of the partner, if the person belongs to one
     * @param partner absent for people of the home side
     * @param exercise whether nothing of this is real
     */
    record Accessor(
            String person, @Nullable String unit, @Nullable String partner, boolean exercise) {}

    /** How far an access goes. */
    enum Kind {
        /** Something was asked for, and decided. */
        ASKED,
        /** Something was shown. */
        SHOWN,
        /** A copy was handed over. */
        HANDED_OVER
    }

    /**
     * What is accessed.
     *
     * @param permitted whether anything of it may go
     * @param asset identifier of the asset; empty where there is no single one
     * @param categories of the information
     * @param grants under which it goes
     * @param bytes that left
     */
    record Deed(Kind kind, boolean permitted, String asset, Set<String> categories, List<String> grants, long bytes) {}

    /**
     * Where from.
     *
     * @param country ISO 3166-1 alpha-3
     * @param network the address without its last part
     */
    record Place(@Nullable String country, @Nullable String network) {

        /** Nothing is known. */
        static final Place UNKNOWN = new Place(null, null);
    }
}
