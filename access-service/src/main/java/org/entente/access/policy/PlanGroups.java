package org.entente.access.policy;

import java.time.Instant;
import java.util.List;
import org.entente.label.Labels;

/** Membership of the groups that a plan demands; an unknown group has no members. */
final class PlanGroups {
    private PlanGroups() {}

    static boolean include(Labels labels, List<String> groups, String partner, Instant instant) {
        return groups.stream()
                .flatMap(group -> labels.policies().members(group, instant).stream())
                .anyMatch(members -> members.contains(partner));
    }
}
