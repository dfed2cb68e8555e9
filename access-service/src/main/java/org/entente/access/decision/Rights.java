package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import org.entente.access.policy.HeldLicence;
import org.jspecify.annotations.Nullable;

/**
 * By what right something goes that others than the parties have a say in.
 *
 * @param clauses consents and licences that let it go, where nothing is unmet; each once, sorted
 * @param until when the first of them ends; absent for none
 * @param counted those of the licences that are used up by it
 */
record Rights(List<String> clauses, @Nullable Instant until, List<HeldLicence> counted) {
    /** Nobody else has a say. */
    static final Rights NONE = new Rights(List.of(), null, List.of());
}
