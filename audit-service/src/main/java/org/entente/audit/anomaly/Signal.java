package org.entente.audit.anomaly;

import java.util.Optional;

/** One thing that can be unusual, with what is usual of it. */
interface Signal {

    /** Takes an access in; a finding if it is unusual. */
    Optional<Finding> see(Access access, View view);

    /** Takes an hour in that is over. */
    default void hourEnds(Hour hour, View view) {}

    /** Takes a day in that is over. */
    default void dayEnds(View view) {}

    /** Two persons say that a finding was in order. */
    default void allow(Dismissed dismissed) {}

    /** What is in order from now on; see {@link Finding}. */
    record Dismissed(Kind kind, String key, double value) {}
}
