package org.entente.label;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.label.MarkingPolicy.Group;
import org.entente.label.MarkingPolicy.Level;
import org.entente.label.MarkingPolicy.Member;
import org.jspecify.annotations.Nullable;

/** A policy prepared for look-ups: levels by name, groups resolved. */
final class CompiledPolicy {

    private final MarkingPolicy source;
    private final Map<String, Classification> levels = new HashMap<>();
    private final Map<String, GroupNode> groups;

    /**
     * @param alliance where groups that the policy itself lacks are looked up; absent for the alliance
     * @throws LabelException where a member is unknown or a group contains itself
     */
    CompiledPolicy(MarkingPolicy source, @Nullable CompiledPolicy alliance) {
        this.source = source;
        this.groups = alliance == null ? new HashMap<>() : new HashMap<>(alliance.groups);
        for (int rank = 0; rank < source.levels().size(); rank++) {
            Classification classification = classification(source, rank);
            levels.put(classification.level(), classification);
        }
        source.groups().forEach(group -> groups.put(group.code(), new GroupNode()));
        resolveMembers();
        refuseCycles();
    }

    MarkingPolicy source() {
        return source;
    }

    @Nullable Classification level(String name) {
        return levels.get(name);
    }

    @Nullable GroupNode group(String code) {
        return groups.get(code);
    }

    private static Classification classification(MarkingPolicy policy, int rank) {
        List<Level> levels = policy.levels();
        int common = CommonScale.LEVELS.indexOf(levels.get(rank).is());
        boolean highest = rank == levels.size() - 1;
        int above = highest
                ? CommonScale.LEVELS.size()
                : CommonScale.LEVELS.indexOf(levels.get(rank + 1).is());
        return new Classification(policy.name(), levels.get(rank).name(), rank, common, Math.min(common, above - 1));
    }

    private void resolveMembers() {
        for (int index = 0; index < source.groups().size(); index++) {
            Group group = source.groups().get(index);
            for (int place = 0; place < group.members().size(); place++) {
                resolve(group, group.members().get(place), "/groups/" + index + "/members/" + place + "/code");
            }
        }
    }

    private void resolve(Group group, Member member, String pointer) {
        GroupNode node = groups.get(group.code());
        GroupNode inner = groups.get(member.code());
        int nation = Nation.index(member.code());
        if (node != null && nation >= 0) {
            node.addNation(nation, member);
        } else if (node != null && inner != null) {
            node.addGroup(inner, member);
        } else {
            throw new LabelException(pointer, "is neither a nation nor a group of the policy or of the alliance");
        }
    }

    private void refuseCycles() {
        Set<GroupNode> sound = new HashSet<>();
        for (int index = 0; index < source.groups().size(); index++) {
            GroupNode node = groups.get(source.groups().get(index).code());
            if (node != null && node.hasCycle(sound)) {
                throw new LabelException("/groups/" + index, "contains itself");
            }
        }
    }
}
