package org.entente.catalog.board;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a change would do to stored content.
 *
 * @param compared how many labels or objects were looked at
 * @param days on how many days
 * @param unreadable what would not be understood, or not be valid, any more; some of it
 * @param widened labels under which somebody would see more; some of them
 */
@RegisterForReflection
record Report(int compared, int days, List<Finding> unreadable, List<Finding> widened) {
    static final Report NOTHING = new Report(0, 0, List.of(), List.of());

    boolean isSafe() {
        return unreadable.isEmpty() && widened.isEmpty();
    }

    /** Without what is stored, which is nobody else's business. */
    Report forPartners() {
        return new Report(compared, days, List.of(), List.of());
    }
}
