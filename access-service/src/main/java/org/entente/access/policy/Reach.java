package org.entente.access.policy;

import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** How far access would have to reach, in the words of one policy. */
public final class Reach {
    private final Meaning meaning;
    private final Act act;
    private final Aim aim;

    public Reach(Meaning meaning, Act act, Aim aim) {
        this.meaning = meaning;
        this.act = act;
        this.aim = aim;
    }

    public Meaning meaning() {
        return meaning;
    }

    public Act act() {
        return act;
    }

    /** As stated; absent for discovery without one. */
    public @Nullable String purpose() {
        return aim.purpose();
    }

    Aim aim() {
        return aim;
    }

    /** Whether all categories of the label are among these, as far as bits can tell. */
    boolean seemsWithin(long categories) {
        return (meaning.categories() & ~categories) == 0;
    }
}
