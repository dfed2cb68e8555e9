package org.entente.crisis.indicator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is held to be so, with hysteresis and a minimum dwell: it opens only after it was called for without a break for
 * a while, closes only after it was called off without a break for a while, and having turned stays for a while whatever comes.
 * Two turns are therefore never closer than the longer of dwell and hold.
 *
 * @param isOpen whether it holds
 * @param since when it last turned; absent where it never did
 * @param pending since when the other side is called for without a break; absent where it is not
 */
public record Gate(
        boolean isOpen, @Nullable Instant since, @Nullable Instant pending) {
    /** Where all begins. */
    public static final Gate SHUT = new Gate(false, null, null);

    /**
     * How slow a gate is.
     *
     * @param rise how long it must be called for before it opens
     * @param fall how long it must be called off before it closes
     * @param hold how long it stays at least, open as well as shut
     */
    public record Inertia(Duration rise, Duration fall, Duration hold) {}

    /**
     * What it is next.
     *
     * @param rises whether it is called for now
     * @param falls whether it is called off now; between the two, in the band of the hysteresis, neither is so
     */
    public Gate next(boolean rises, boolean falls, Instant now, Inertia inertia) {
        if (!(isOpen ? falls && !rises : rises)) {
            return pending == null ? this : new Gate(isOpen, since, null);
        }
        // A clock that was put back waits anew rather than turning early.
        Instant called = pending == null || pending.isAfter(now) ? now : pending;
        boolean isLongEnough =
                !called.plus(isOpen ? inertia.fall() : inertia.rise()).isAfter(now);
        boolean mayTurn = since == null || !since.plus(inertia.hold()).isAfter(now);
        return isLongEnough && mayTurn ? new Gate(!isOpen, now, null) : new Gate(isOpen, since, called);
    }
}
