package org.entente.catalog.redaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import org.entente.label.NormalLabel;

/** What marking anew amounts to. */
enum Kind {
    /** Nobody is admitted afterwards who was not before. */
    @JsonProperty("redaction")
    REDACTION,
    /** Somebody may be. */
    @JsonProperty("downgrade")
    DOWNGRADE;

    /** A label before and after. */
    record Replaced(NormalLabel before, NormalLabel after) {
        /** Whether the new label is at least as strict in everything: rolled up with the old one it stays as it is. */
        boolean isStricter() {
            return after.rollUp(before).equals(after);
        }
    }

    static Kind of(Collection<Replaced> replaced) {
        return replaced.stream().allMatch(Replaced::isStricter) ? REDACTION : DOWNGRADE;
    }
}
