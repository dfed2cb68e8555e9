package org.entente.label;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
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

    /** Adds the nations that are in the group on that epoch day; each group is visited once, however many ways lead to it. */
    void expand(long day, BitSet nations) {
        Set<GroupNode> visited = new HashSet<>(Set.of(this));
        Deque<GroupNode> open = new ArrayDeque<>(visited);
        while (!open.isEmpty()) {
            for (Membership membership : open.pop().memberships) {
                GroupNode group = membership.group();
                if (group == null && membership.holdsOn(day)) {
                    nations.set(membership.nation());
                } else if (group != null && membership.holdsOn(day) && visited.add(group)) {
                    open.push(group);
                }
            }
        }
    }

    /** Whether the group leads to one that contains itself, at any time; {@code sound} collects those known not to. */
    boolean hasCycle(Set<GroupNode> sound) {
        Set<GroupNode> above = new HashSet<>(Set.of(this));
        Deque<Step> path = new ArrayDeque<>(List.of(new Step(this)));
        while (!path.isEmpty()) {
            Step step = path.element();
            if (!step.inner().hasNext()) {
                path.pop();
                above.remove(step.group());
                sound.add(step.group());
                continue;
            }
            GroupNode inner = step.inner().next();
            if (above.contains(inner)) {
                return true;
            }
            if (!sound.contains(inner)) {
                above.add(inner);
                path.push(new Step(inner));
            }
        }
        return false;
    }

    /** A group on the way down, and those of its groups that are still to be looked at: nesting may be deeper than a stack. */
    private record Step(GroupNode group, Iterator<GroupNode> inner) {

        Step(GroupNode group) {
            this(
                    group,
                    group.memberships.stream()
                            .map(Membership::group)
                            .filter(Objects::nonNull)
                            .iterator());
        }
    }

    private static long from(MarkingPolicy.Member member) {
        return member.from() == null ? Long.MIN_VALUE : member.from().toEpochDay();
    }

    private static long until(MarkingPolicy.Member member) {
        return member.until() == null ? Long.MAX_VALUE : member.until().toEpochDay();
    }
}
