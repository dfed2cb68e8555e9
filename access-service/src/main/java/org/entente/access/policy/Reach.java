package org.entente.access.policy;

import java.util.List;
import org.entente.label.Act;
import org.jspecify.annotations.Nullable;

/** How far access would have to reach, in the words of one policy. */
public final class Reach {
    private final Meaning meaning;
    private final Act act;
    private final @Nullable String purpose;
    private final long purposeBit;
    private final boolean areBitsEnough;

    Reach(Meaning meaning, Act act, @Nullable String purpose, Words words) {
        this.meaning = meaning;
        this.act = act;
        this.purpose = purpose;
        this.purposeBit = purpose == null ? 0 : words.bit(purpose);
        this.areBitsEnough = words.areFew();
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

    /** Whether all categories of the label are among these, given as bits and by name. */
    boolean isWithin(long bits, List<String> categories) {
        return (meaning.categories() & ~bits) == 0
                && (areBitsEnough || categories.containsAll(meaning.label().categories()));
    }

    /** Whether the purpose is one of these, given as bits and by name; where none is stated, any will do. */
    boolean isFor(long bits, List<String> purposes) {
        return (purposeBit & ~bits) == 0 && (areBitsEnough || purpose == null || purposes.contains(purpose));
    }
}
