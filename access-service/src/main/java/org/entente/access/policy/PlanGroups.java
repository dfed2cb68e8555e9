package org.entente.access.policy;

import java.time.Instant;
import java.util.List;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;

/** Membership of the groups that a plan demands; an unknown group has no members. */
final class PlanGroups {
    private PlanGroups() {}

    static boolean include(Labels labels, List<String> groups, String partner, Instant instant) {
        return groups.stream().anyMatch(group -> includes(labels, group, partner, instant));
    }

    private static boolean includes(Labels labels, String group, String partner, Instant instant) {
        try {
            // What is releasable to a group goes to its members of the day and to its originator: so nobody originates
            // it here.
            return !partner.equals(NOBODY)
                    && labels.normalise(releasableTo(group), NOBODY, instant)
                            .releasableTo()
                            .codes()
                            .contains(partner);
        } catch (LabelException unknown) {
            return false;
        }
    }

    /** A code that no state has and no partner may (ISO 3166-1, user-assigned). */
    private static final String NOBODY = "ZZZ";

    private static Label releasableTo(String group) {
        Label plain = Label.of(MarkingPolicies.ALLIANCE, "UNCLASSIFIED");
        return new Label(
                plain.policy(),
                plain.classification(),
                null,
                null,
                List.of(group),
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }
}
