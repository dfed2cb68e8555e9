package org.entente.access.policy;

import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** How far access would have to reach, in the words of one policy. */
public final class Reach {
    private final Meaning meaning;
    private final Act act;
    private final @Nullable String purpose;
    private final int purposeNumber;

    Reach(Meaning meaning, Act act, @Nullable String purpose, int purposeNumber) {
        this.meaning = meaning;
        this.act = act;
        this.purpose = purpose;
        this.purposeNumber = purposeNumber;
    }

    public Meaning meaning() {
        return meaning;
    }

    public Act act() {
        return act;
    }

    /** As stated; absent for discovery without one. */
    public @Nullable String purpose() {
        return purpose;
    }

    int purposeNumber() {
        return purposeNumber;
    }
}
