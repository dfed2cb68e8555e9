package org.entente.label;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.label.MarkingPolicy.Group;
import org.entente.label.MarkingPolicy.Level;
import org.entente.label.MarkingPolicy.Member;

/** What a marking policy must obey in itself. */
final class PolicyRules {

    private static final int MOST_LEVELS = 64;

    static final List<Level> FIXED_LEVELS =
            CommonScale.LEVELS.stream().map(name -> new Level(name, name)).toList();

    private PolicyRules() {}

    static void check(String name, List<Level> levels, List<Group> groups) {
        Syntax.requireName(name, "/name");
        if (name.equals(MarkingPolicies.ALLIANCE) && !levels.equals(FIXED_LEVELS)) {
            throw new FixedLevelsException();
        }
        checkLevels(levels);
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < groups.size(); index++) {
            checkGroup(groups.get(index), "/groups/" + index, codes);
        }
    }

    private static void checkLevels(List<Level> levels) {
        if (levels.isEmpty() || levels.size() > MOST_LEVELS) {
            throw new LabelException("/levels", "has not between 1 and " + MOST_LEVELS + " entries");
        }
        Set<String> names = new HashSet<>();
        int lowest = 0;
        for (int rank = 0; rank < levels.size(); rank++) {
            lowest = checkLevel(levels.get(rank), "/levels/" + rank, names, lowest);
        }
    }

    private static int checkLevel(Level level, String pointer, Set<String> names, int lowest) {
        Syntax.requireName(level.name(), pointer + "/name");
        if (!names.add(level.name())) {
            throw new LabelException(pointer + "/name", "is there twice");
        }
        int common = CommonScale.LEVELS.indexOf(level.is());
        if (common < 0) {
            throw new LabelException(pointer + "/is", "is not a level of " + MarkingPolicies.ALLIANCE);
        }
        if (common < lowest) {
            throw new LabelException(pointer + "/is", "is lower than that of the level before");
        }
        return common;
    }

    private static void checkGroup(Group group, String pointer, Set<String> codes) {
        if (!Syntax.isGroup(group.code())) {
            throw new LabelException(pointer + "/code", "is not a group code");
        }
        if (!codes.add(group.code())) {
            throw new LabelException(pointer + "/code", "is there twice");
        }
        for (int index = 0; index < group.members().size(); index++) {
            checkMember(group.members().get(index), pointer + "/members/" + index);
        }
    }

    private static void checkMember(Member member, String pointer) {
        if (member.from() != null && member.until() != null && !member.from().isBefore(member.until())) {
            throw new LabelException(pointer + "/until", "is not after from");
        }
    }
}
