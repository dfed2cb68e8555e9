package org.entente.label;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.entente.label.MarkingPolicy.Group;
import org.entente.label.MarkingPolicy.Level;
import org.entente.label.MarkingPolicy.Member;

/** Generates marking policies: levels with equivalences, nested groups with dates. */
public final class Vocabularies {

    static final List<String> NATIONS = List.of("XAA", "XBB", "XCC", "XDD", "XEE", "FRA", "QMA");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final int DAYS = 40;

    private final Random random;

    public Vocabularies(Random random) {
        this.random = random;
    }

    public Labels vocabulary() {
        List<MarkingPolicy> policies = new ArrayList<>();
        policies.add(new MarkingPolicy("ALLIANCE", PolicyRules.FIXED_LEVELS, groups("G", List.of())));
        List<String> alliance =
                policies.get(0).groups().stream().map(Group::code).toList();
        for (String name : List.of("XAA-NATIONAL", "XBB-NATIONAL")) {
            policies.add(new MarkingPolicy(name, levels(), groups(name.substring(0, 3) + "-", alliance)));
        }
        return new Labels(MarkingPolicies.of(policies), InformationCategories.with(List.of("added")));
    }

    private List<Level> levels() {
        int count = 1 + random.nextInt(6);
        List<Integer> common = IntStream.range(0, count)
                .mapToObj(rank -> random.nextInt(CommonScale.LEVELS.size()))
                .sorted()
                .toList();
        return IntStream.range(0, count)
                .mapToObj(rank -> new Level("LEVEL " + rank, CommonScale.LEVELS.get(common.get(rank))))
                .toList();
    }

    /** A group's members come before it, so that none contains itself. */
    private List<Group> groups(String prefix, List<String> outer) {
        List<String> known = new ArrayList<>(NATIONS);
        known.addAll(outer);
        List<Group> groups = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int index = 0; index < count; index++) {
            String code = prefix + "ROUP" + index;
            groups.add(new Group(code, members(known)));
            known.add(code);
        }
        return groups;
    }

    private List<Member> members(List<String> known) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(index -> member(known.get(random.nextInt(known.size()))))
                .toList();
    }

    private Member member(String code) {
        int from = random.nextInt(DAYS);
        int until = from + 1 + random.nextInt(DAYS);
        return new Member(
                code,
                random.nextBoolean() ? null : FIRST_DAY.plusDays(from),
                random.nextBoolean() ? null : FIRST_DAY.plusDays(until));
    }
}
