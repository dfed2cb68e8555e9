package org.entente.access.posture;

import java.time.Instant;
import org.entente.access.partner.Posture;
import org.jspecify.annotations.Nullable;

/**
 * That a partner is to be trusted less.
 *
 * @param partner absent for all
 * @param reference what it is called where it comes from; absent for one that nothing else refers to
 * @param actor who says so, {@code name@nation}; absent for a service
 * @param from absent for at once
 * @param until absent for until two persons take it away
 */
public record Fall(
        @Nullable String partner,
        Cause.Kind kind,
        @Nullable String reference,
        Posture posture,
        String reason,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** At once, and until it is taken away. */
    public static Fall now(
            @Nullable String partner,
            Cause.Kind kind,
            @Nullable String reference,
            Posture posture,
            String reason,
            @Nullable String actor) {
        return new Fall(partner, kind, reference, posture, reason, actor, null, null);
    }
}
