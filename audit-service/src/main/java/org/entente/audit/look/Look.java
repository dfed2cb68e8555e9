package org.entente.audit.look;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look at audit data.
 *
 * @param what kind of data: {@code records}, {@code history}, {@code export}, {@code receipt}, {@code anomalies}, {@code investigation}
 * @param query what was asked for, by the names of the parameters
 * @param entries how many were shown
 * @param first index of the first of them in the log, where they are entries
 * @param last index of the last of them
 */
public record Look(
        String what,
        Map<String, String> query,
        long entries,
        @Nullable Long first,
        @Nullable Long last) {

    /** At something that is no list of entries. */
    public static Look at(String what, Map<String, String> query, long entries) {
        return new Look(what, query, entries, null, null);
    }
}
