package org.entente.access.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purpose in the words of one policy, or none for discovery without one. */
public final class Aim {
    private final @Nullable String purpose;
    private final long bit;
    private final boolean areBitsEnough;

    Aim(@Nullable String purpose, Words words) {
        this.purpose = purpose;
        this.bit = purpose == null ? 0 : words.bit(purpose);
        this.areBitsEnough = words.areFew();
    }

    /** As stated. */
    public @Nullable String purpose() {
        return purpose;
    }

    /** Whether it is among these, as far as bits can tell; without a purpose anything will do. */
    boolean seemsAmong(long bits) {
        return (bit & ~bits) == 0;
    }

    boolean isAmong(List<String> purposes) {
        return purpose == null || purposes.contains(purpose);
    }

    /** Whether no two words of the policy share a bit, so that what seems so is so. */
    boolean areBitsEnough() {
        return areBitsEnough;
    }
}
