package org.entente.access.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who suspended an agreement, when and why; and how often that has happened. */
@Embeddable
class Halt {
    @Column(name = "suspensions")
    int count;

    @Column(name = "suspended_by")
    @Nullable String by;

    @Column(name = "suspended_at")
    @Nullable Instant at;

    @Column(name = "suspension_reason")
    @Nullable String reason;

    void begin(String party, String why, Instant now) {
        count++;
        by = party;
        at = now;
        reason = why;
    }

    void forget() {
        by = null;
        at = null;
        reason = null;
    }
}
