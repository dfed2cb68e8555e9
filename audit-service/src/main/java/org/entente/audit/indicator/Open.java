package org.entente.audit.indicator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has begun and is counted when it ends.
 *
 * @param since when it began
 * @param due when it should have ended
 * @param used when it was used last
 * @param whose whom it concerns
 * @param note one more thing to remember, by kind
 */
record Open(
        Key key,
        Instant since,
        @Nullable Instant due,
        @Nullable Instant used,
        Whose whose,
        @Nullable String note) {

    /** What it is, and which one. */
    record Key(Kind kind, String id) {}

    enum Kind {
        /** Who acts for which agency. */
        ROUTING,
        ASSET,
        VIEWED,
        REQUEST,
        GRANT,
        REVIEW,
        /** A reason to restrict a partner. */
        DANGER,
        /** The last restriction of a partner. */
        RESTRICTED,
        INVESTIGATION,
        PLAN,
        ACTIVATION
    }

    /** Whom something concerns; either may be absent. */
    record Whose(@Nullable String partner, @Nullable String agency) {

        static final Whose NOBODYS = new Whose(null, null);

        static Whose of(@Nullable String partner) {
            return new Whose(partner, null);
        }
    }

    static Open of(Key key, Instant since, Whose whose) {
        return new Open(key, since, null, null, whose, null);
    }

    Open dueBy(@Nullable Instant next) {
        return new Open(key, since, next, used, whose, note);
    }

    Open usedAt(Instant at) {
        return used != null && used.isAfter(at) ? this : new Open(key, since, due, at, whose, note);
    }

    Open of(Whose next) {
        return new Open(key, since, due, used, next, note);
    }

    Open noting(@Nullable String next) {
        return new Open(key, since, due, used, whose, next);
    }

    boolean isOverdue(Instant at) {
        return due != null && at.isAfter(due);
    }
}
