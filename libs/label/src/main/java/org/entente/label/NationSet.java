package org.entente.label;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An immutable set of nations, or everyone. */
public final class NationSet {

    /** The code that stands for every nation. */
    public static final String EVERYONE_CODE = "*";

    public static final NationSet EVERYONE = new NationSet(null);

    /** By {@link Nation#index}; absent for everyone. */
    private final @Nullable BitSet members;

    private NationSet(@Nullable BitSet members) {
        this.members = members;
    }

    /** The set of the given bits, which the caller hands over. */
    static NationSet of(BitSet members) {
        return new NationSet(members);
    }

    /** Whether the nation is in the set; what is no nation is in none, not even in everyone. */
    public boolean contains(String nation) {
        return contains(Nation.index(nation));
    }

    boolean contains(int nation) {
        return nation >= 0 && (members == null || members.get(nation));
    }

    public boolean isEveryone() {
        return members == null;
    }

    public boolean isEmpty() {
        return members != null && members.isEmpty();
    }

    public boolean containsAll(NationSet other) {
        if (members == null || other.members == null) {
            return members == null;
        }
        BitSet rest = (BitSet) other.members.clone();
        rest.andNot(members);
        return rest.isEmpty();
    }

    public NationSet intersect(NationSet other) {
        if (members == null || other.members == null) {
            return members == null ? other : this;
        }
        BitSet both = (BitSet) members.clone();
        both.and(other.members);
        return new NationSet(both);
    }

    public NationSet unite(NationSet other) {
        if (members == null || other.members == null) {
            return EVERYONE;
        }
        BitSet either = (BitSet) members.clone();
        either.or(other.members);
        return new NationSet(either);
    }

    /** The codes, sorted; {@code ["*"]} for everyone. */
    public List<String> codes() {
        return members == null
                ? List.of(EVERYONE_CODE)
                : members.stream().mapToObj(Nation::code).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NationSet that && Objects.equals(members, that.members);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(members);
    }

    @Override
    public String toString() {
        return codes().toString();
    }
}
