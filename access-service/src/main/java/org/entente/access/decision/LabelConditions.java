package org.entente.access.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.access.partner.Posture;
import org.entente.label.Act;
import org.entente.label.Admission;
import org.entente.label.InformationCategories;
import org.entente.label.NormalLabel;
import org.entente.label.Unmet;

/** What the label demands, and what the partner's posture still allows: nothing stands in for any of it. */
final class LabelConditions {
    private LabelConditions() {}

    static List<Finding> unmet(Circumstances circumstances, NormalLabel label, int tier) {
        List<Finding> unmet = new ArrayList<>(posture(circumstances, tier));
        for (Unmet condition : Admission.of(label, circumstances.reader(), circumstances.act())) {
            unmet.add(new Finding(code(condition), clause(condition)));
        }
        unmet.addAll(rights(circumstances, label));
        return unmet;
    }

    private static List<Finding> posture(Circumstances circumstances, int tier) {
        Optional<Posture> posture = circumstances.posture();
        if (posture.isEmpty()) {
            return List.of(new Finding(Code.PARTNER_UNKNOWN, "no such partner is registered"));
        }
        if (posture.get() == Posture.SUSPENDED) {
            return List.of(new Finding(Code.PARTNER_SUSPENDED, "posture suspended"));
        }
        return posture.get().allows(circumstances.act(), tier)
                ? List.of()
                : List.of(new Finding(Code.POSTURE_LIMITS, "posture of the partner"));
    }

    /** Nobody keeps consents, licences and data rooms yet, so that where one is needed it is missing (G1). */
    private static List<Finding> rights(Circumstances circumstances, NormalLabel label) {
        List<Finding> unmet = new ArrayList<>();
        InformationCategories categories = circumstances.policy().labels().categories();
        boolean isProtected = !label.proprietaryOwners().isEmpty()
                || label.categories().stream()
                        .anyMatch(category -> categories.knows(category) && categories.isProtected(category));
        if (label.originatorControlled() || isProtected) {
            unmet.add(new Finding(
                    Code.ORIGINATOR_CONSENT_MISSING,
                    label.originatorControlled() ? "label, originatorControlled" : "label, protected"));
        }
        if (isProtected) {
            unmet.add(new Finding(Code.OWNER_CONSENT_MISSING, "label, protected"));
        }
        if (!label.exportControls().isEmpty()) {
            unmet.add(new Finding(Code.EXPORT_LICENCE_MISSING, "label, exportControls"));
        }
        if (isProtected && circumstances.act() != Act.DISCOVER) {
            unmet.add(new Finding(Code.NOT_IN_DATA_ROOM, "information policy, protected categories"));
        }
        return unmet;
    }

    private static Code code(Unmet condition) {
        return switch (condition) {
            case NOT_RELEASABLE -> Code.NOT_RELEASABLE;
            case NOT_DISPLAYABLE -> Code.NOT_DISPLAYABLE;
            case CLASSIFICATION_TOO_HIGH -> Code.CLASSIFICATION_TOO_HIGH;
            case COMPARTMENT_NOT_HELD -> Code.COMPARTMENT_NOT_HELD;
        };
    }

    private static String clause(Unmet condition) {
        return switch (condition) {
            case NOT_RELEASABLE -> "label, releasableTo";
            case NOT_DISPLAYABLE -> "label, displayableTo";
            case CLASSIFICATION_TOO_HIGH -> "label, classification";
            case COMPARTMENT_NOT_HELD -> "label, compartments";
        };
    }
}
