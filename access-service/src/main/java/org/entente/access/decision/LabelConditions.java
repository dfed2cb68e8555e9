package org.entente.access.decision;

import java.util.List;
import java.util.Optional;
import org.entente.access.partner.Posture;
import org.entente.access.policy.Meaning;
import org.entente.label.Act;
import org.entente.label.Admission;
import org.entente.label.Unmet;

/** What the label demands, and what the partner's posture still allows: nothing stands in for any of it. */
final class LabelConditions {
    private static final Unmet[] CONDITIONS = Unmet.values();
    private static final Finding UNKNOWN = new Finding(Code.PARTNER_UNKNOWN, "no such partner is registered");
    private static final Finding SUSPENDED = new Finding(Code.PARTNER_SUSPENDED, "posture suspended");
    private static final Finding LIMITED = new Finding(Code.POSTURE_LIMITS, "posture of the partner");
    private static final Finding NOT_RELEASABLE = new Finding(Code.NOT_RELEASABLE, "label, releasableTo");
    private static final Finding NOT_DISPLAYABLE = new Finding(Code.NOT_DISPLAYABLE, "label, displayableTo");
    private static final Finding TOO_HIGH = new Finding(Code.CLASSIFICATION_TOO_HIGH, "label, classification");
    private static final Finding NOT_HELD = new Finding(Code.COMPARTMENT_NOT_HELD, "label, compartments");
    private static final Finding OUTSIDE_ROOM =
            new Finding(Code.NOT_IN_DATA_ROOM, "information policy, protected categories");

    private LabelConditions() {}

    /** Adds what is unmet, and says by what right goes what others have a say in. */
    static Rights addUnmet(Circumstances circumstances, Meaning meaning, List<Finding> unmet) {
        addPosture(circumstances, meaning.tier(), unmet);
        for (Unmet condition : CONDITIONS) {
            if (Admission.isUnmet(condition, meaning.label(), circumstances.reader(), circumstances.act())) {
                unmet.add(finding(condition));
            }
        }
        Rights rights = RightsConditions.rights(circumstances, meaning, unmet);
        if (meaning.isProtected() && isOutsideRoom(circumstances)) {
            unmet.add(OUTSIDE_ROOM);
        }
        TrainingConditions.addUnmet(circumstances, meaning, unmet);
        return rights;
    }

    private static void addPosture(Circumstances circumstances, int tier, List<Finding> unmet) {
        Optional<Posture> posture = circumstances.posture();
        if (posture.isEmpty()) {
            unmet.add(UNKNOWN);
        } else if (posture.get() == Posture.SUSPENDED) {
            unmet.add(SUSPENDED);
        } else if (!posture.get().allows(circumstances.act(), tier)) {
            unmet.add(LIMITED);
        }
    }

    /** A room is to look at things in; who enforces states it for its own sessions only, and nothing leaves it. */
    private static boolean isOutsideRoom(Circumstances circumstances) {
        String room = circumstances.question().person().dataRoom();
        boolean isInRoom = room != null && !room.isBlank();
        return circumstances.act() == Act.VIEW ? !isInRoom : circumstances.act() != Act.DISCOVER;
    }

    private static Finding finding(Unmet condition) {
        return switch (condition) {
            case NOT_RELEASABLE -> NOT_RELEASABLE;
            case NOT_DISPLAYABLE -> NOT_DISPLAYABLE;
            case CLASSIFICATION_TOO_HIGH -> TOO_HIGH;
            case COMPARTMENT_NOT_HELD -> NOT_HELD;
        };
    }
}
