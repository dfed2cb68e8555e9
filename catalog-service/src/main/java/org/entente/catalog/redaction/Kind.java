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
        /** Whether nobody but the originator may have it, or the new label is as it is with the old one rolled up into it. */
        boolean isStricter() {
            return isHomeOnly() || after.rollUp(before).equals(after);
        }

        private boolean isHomeOnly() {
            return !after.displayableTo().isEveryone()
                    && after.originators().containsAll(after.displayableTo().codes());
        }
    }

    static Kind of(Collection<Replaced> replaced) {
        return replaced.stream().allMatch(Replaced::isStricter) ? REDACTION : DOWNGRADE;
    }
}
