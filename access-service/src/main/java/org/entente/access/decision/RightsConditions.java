package org.entente.access.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.access.consent.Giver;
import org.entente.access.policy.GivenConsent;
import org.entente.access.policy.HeldLicence;
import org.entente.access.policy.Holding;
import org.entente.access.policy.Meaning;
import org.entente.access.policy.Reach;
import org.entente.label.ExportControl;
import org.entente.label.NormalLabel;
import org.jspecify.annotations.Nullable;

/**
 * What originators, owners of rights and export authorities have to say: consent of every originator where it keeps
 * control or the content is protected, of every owner too where it is protected, and where it is export-controlled a
 * licence for every control and every nationality that the person holds or held.
 */
final class RightsConditions {
    private static final Finding CONTROLLED =
            new Finding(Code.ORIGINATOR_CONSENT_MISSING, "label, originatorControlled");
    private static final Finding PROTECTED = new Finding(Code.ORIGINATOR_CONSENT_MISSING, "label, protected");
    private static final Finding OWNED = new Finding(Code.OWNER_CONSENT_MISSING, "label, protected");
    private static final Finding EXPORT = new Finding(Code.EXPORT_LICENCE_MISSING, "label, exportControls");

    private final Circumstances circumstances;
    private final Reach reach;
    private final Set<String> clauses = new TreeSet<>();
    private @Nullable Instant until;

    private RightsConditions(Circumstances circumstances, Meaning meaning) {
        this.circumstances = circumstances;
        this.reach = new Reach(meaning, circumstances.act(), circumstances.aim());
    }

    /** Adds what is unmet, and says by what right the rest goes. */
    static Rights rights(Circumstances circumstances, Meaning meaning, List<Finding> unmet) {
        NormalLabel label = meaning.label();
        return label.originatorControlled()
                        || meaning.isProtected()
                        || !label.exportControls().isEmpty()
                ? new RightsConditions(circumstances, meaning).rights(meaning, unmet)
                : Rights.NONE;
    }

    private Rights rights(Meaning meaning, List<Finding> unmet) {
        NormalLabel label = meaning.label();
        if ((label.originatorControlled() || meaning.isProtected())
                && !areGiven(Giver.Kind.ORIGINATOR, label.originators())) {
            unmet.add(label.originatorControlled() ? CONTROLLED : PROTECTED);
        }
        if (meaning.isProtected() && !areGiven(Giver.Kind.OWNER, label.proprietaryOwners())) {
            unmet.add(OWNED);
        }
        List<HeldLicence> licences = licences(label.exportControls(), unmet);
        for (HeldLicence licence : licences) {
            speaks(licence.clause(), licence.until());
        }
        return new Rights(
                List.copyOf(clauses),
                until,
                licences.stream().filter(licence -> licence.counted() != null).toList());
    }

    /** Whether each of them has consented; where nobody is known who could, nobody has. */
    private boolean areGiven(Giver.Kind kind, List<String> givers) {
        boolean areGiven = !givers.isEmpty();
        for (String giver : givers) {
            GivenConsent consent = circumstances
                    .policy()
                    .warrants()
                    .consent(
                            new Giver(kind, giver),
                            circumstances.partner(),
                            reach,
                            circumstances.question().resourceId(),
                            circumstances.micros());
            if (consent == null) {
                areGiven = false;
            } else {
                speaks(consent.clause(), consent.until());
            }
        }
        return areGiven;
    }

    /** Licences that together cover every control for every nationality; one alone where one does. */
    private List<HeldLicence> licences(List<ExportControl> controls, List<Finding> unmet) {
        if (controls.isEmpty()) {
            return List.of();
        }
        List<String> nationalities = circumstances.question().person().nationalities();
        if (nationalities == null || nationalities.isEmpty()) {
            unmet.add(EXPORT);
            return List.of();
        }
        Set<HeldLicence> chosen = chosen(usable(), controls, nationalities);
        if (chosen.isEmpty()) {
            unmet.add(missing());
        }
        return List.copyOf(chosen);
    }

    private List<HeldLicence> usable() {
        List<HeldLicence> usable = new ArrayList<>();
        for (HeldLicence licence : circumstances.policy().warrants().licences(circumstances.partner())) {
            if (licence.isFor(reach, circumstances.micros())
                    && !circumstances.question().spent().contains(licence.id())) {
                usable.add(licence);
            }
        }
        return usable;
    }

    /** None where any control of any nationality is not covered. */
    private static Set<HeldLicence> chosen(
            List<HeldLicence> usable, List<ExportControl> controls, List<String> nationalities) {
        for (HeldLicence licence : usable) {
            if (controls.stream()
                    .allMatch(control -> nationalities.stream().allMatch(nation -> licence.covers(control, nation)))) {
                return Set.of(licence);
            }
        }
        Set<HeldLicence> chosen = new LinkedHashSet<>();
        for (ExportControl control : controls) {
            for (String nationality : nationalities) {
                HeldLicence covering = usable.stream()
                        .filter(licence -> licence.covers(control, nationality))
                        .findFirst()
                        .orElse(null);
                if (covering == null) {
                    return Set.of();
                }
                chosen.add(covering);
            }
        }
        return chosen;
    }

    private Finding missing() {
        Set<String> spent = new TreeSet<>();
        circumstances.question().spent().forEach(licence -> spent.add("licence " + licence + ", quantity"));
        return spent.isEmpty() ? EXPORT : new Finding(Code.EXPORT_LICENCE_MISSING, String.join("; ", spent));
    }

    private void speaks(String clause, Instant end) {
        clauses.add(clause);
        until = Holding.earlier(end, until);
    }
}
