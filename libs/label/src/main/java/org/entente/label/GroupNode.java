package org.entente.label;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group whose members are resolved, ready to be expanded for a day. */
final class GroupNode {

    private final List<Membership> memberships = new ArrayList<>();

    /** A nation or, in its place, a group; from the one epoch day to the day before the other. */
    private record Membership(int nation, @Nullable GroupNode group, long from, long until) {

        boolean holdsOn(long day) {
            return from <= day && day < until;
        }
    }

    void addNation(int nation, MarkingPolicy.Member member) {
        memberships.add(new Membership(nation, null, from(member), until(member)));
    }

    void addGroup(GroupNode group, MarkingPolicy.Member member) {
        memberships.add(new Membership(-1, group, from(member), until(member)));
    }

    /** Adds the nations that are in the group on that epoch day. */
    void expand(long day, BitSet nations) {
        expand(day, nations, new HashSet<>());
    }

    /** Each group is visited once, however many ways lead to it. */
    private void expand(long day, BitSet nations, Set<GroupNode> visited) {
        if (!visited.add(this)) {
            return;
        }
        for (Membership membership : memberships) {
            if (membership.holdsOn(day) && membership.group() != null) {
                membership.group().expand(day, nations, visited);
            } else if (membership.holdsOn(day)) {
                nations.set(membership.nation());
            }
        }
    }

    /** Whether the group contains itself, at any time; {@code sound} collects the groups that are known not to. */
    boolean hasCycle(Set<GroupNode> above, Set<GroupNode> sound) {
        if (sound.contains(this)) {
            return false;
        }
        if (!above.add(this)) {
            return true;
        }
        boolean cycle = memberships.stream()
                .anyMatch(membership ->
                        membership.group() != null && membership.group().hasCycle(above, sound));
        above.remove(this);
        sound.add(this);
        return cycle;
    }

    private static long from(MarkingPolicy.Member member) {
        return member.from() == null ? Long.MIN_VALUE : member.from().toEpochDay();
    }

    private static long until(MarkingPolicy.Member member) {
        return member.until() == null ? Long.MAX_VALUE : member.until().toEpochDay();
    }
}
