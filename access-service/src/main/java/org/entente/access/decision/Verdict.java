package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import org.entente.access.agreement.Duty;
import org.entente.access.policy.HeldLicence;
import org.jspecify.annotations.Nullable;

/** What is decided about everything under one label; two of them are never equal. */
final class Verdict {
    private final List<Finding> findings;
    private final Standing standing;
    private final List<HeldLicence> counted;
    private final Sensitivity sensitivity;
    private int portions;

    /**
     * @param findings every unmet condition; none permits
     * @param standing under the agreement that speaks
     * @param counted licences that it uses up, where nothing is unmet
     */
    Verdict(List<Finding> findings, Standing standing, List<HeldLicence> counted, Sensitivity sensitivity) {
        this.findings = findings;
        this.standing = standing;
        this.counted = counted;
        this.sensitivity = sensitivity;
    }

    /** How high and how deep: what is more sensitive tells more. */
    record Sensitivity(int classification, int tier) implements Comparable<Sensitivity> {
        static final Sensitivity NONE = new Sensitivity(0, 0);

        @Override
        public int compareTo(Sensitivity other) {
            int byClassification = Integer.compare(classification, other.classification);
            return byClassification == 0 ? Integer.compare(tier, other.tier) : byClassification;
        }
    }

    /** Of a label that means nothing here. */
    static Verdict unruled(String why) {
        List<Finding> unruled = List.of(new Finding(Code.NO_MATCHING_RULE, why));
        return new Verdict(unruled, Standing.NONE, List.of(), Sensitivity.NONE);
    }

    /** Counts another portion under it, and says how many there are now. */
    int count() {
        return ++portions;
    }

    /** On how many portions. */
    int portions() {
        return portions;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The codes of the findings, each by its bit. */
    int codes() {
        int codes = 0;
        for (Finding finding : findings) {
            codes |= finding.code().bit();
        }
        return codes;
    }

    /** Clauses that permit, where nothing is unmet; each once, sorted. */
    List<String> grounds() {
        return standing.grounds();
    }

    /** Licences that are used up by it. */
    List<HeldLicence> counted() {
        return counted;
    }

    Sensitivity sensitivity() {
        return sensitivity;
    }

    /** Whether an activation stands in. */
    boolean isExpedited() {
        return standing.isExpedited();
    }

    /** Whether the agreement obliges whoever hands it out to this. */
    boolean obliges(Duty duty) {
        return standing.obliges(duty);
    }

    /** When the first of the grounds ends; absent for the public. */
    @Nullable Instant until() {
        return standing.until();
    }

    /** The login that would be enough; absent where more is unmet than the login, or nothing. */
    @Nullable StepUp stepUp() {
        return codes() == Code.ASSURANCE_TOO_LOW.bit() ? standing.stepUp() : null;
    }

    boolean permits() {
        return findings.isEmpty();
    }

    /** Whether the partner itself could change it, and may therefore be told how. */
    boolean isForPartnerToChange() {
        for (Finding finding : findings) {
            if (!finding.code().isForPartner()) {
                return false;
            }
        }
        return !permits();
    }
}
