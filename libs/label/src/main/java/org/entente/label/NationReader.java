package org.entente.label;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of nations and groups.
 *
 * @param groups the policy in which group codes are looked up; absent where groups are not allowed
 * @param day the epoch day on which groups are expanded
 */
record NationReader(@Nullable CompiledPolicy groups, long day) {

    NationSet read(List<String> codes, String pointer) {
        int everyone = codes.indexOf(NationSet.EVERYONE_CODE);
        if (everyone >= 0) {
            requireAlone(codes, pointer + "/" + everyone);
            return NationSet.EVERYONE;
        }
        BitSet nations = new BitSet();
        for (int index = 0; index < codes.size(); index++) {
            add(codes.get(index), nations, pointer + "/" + index);
        }
        return NationSet.of(nations);
    }

    private static void requireAlone(List<String> codes, String pointer) {
        if (!codes.stream().allMatch(NationSet.EVERYONE_CODE::equals)) {
            throw new LabelException(pointer, "cannot stand beside other codes");
        }
    }

    private void add(String code, BitSet nations, String pointer) {
        int nation = Nation.index(code);
        if (nation >= 0) {
            nations.set(nation);
            return;
        }
        GroupNode group = groups == null ? null : groups.group(code);
        if (group == null) {
            throw new LabelException(
                    pointer, groups == null ? "is not a nation" : "is neither a nation nor a known group");
        }
        group.expand(day, nations);
    }
}
