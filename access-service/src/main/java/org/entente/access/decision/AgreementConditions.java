package org.entente.access.decision;

import java.util.List;
import java.util.Optional;
import org.entente.access.policy.Activation;
import org.entente.access.policy.HeldGrant;
import org.entente.access.policy.Holding;
import org.entente.access.policy.Meaning;
import org.entente.access.policy.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Agreement, purpose, grant, tier, and the activation that may stand in for the last three.
 *
 * <p>Of several agreements that cover a label the one speaks under which the least is unmet; of equally good ones, one
 * that needs no activation, then the first by identifier.
 */
final class AgreementConditions {
    private final Circumstances circumstances;
    private final Reach reach;
    private final FurtherConditions further;
    private final boolean isExpeditable;
    private @Nullable Optional<Activation> activation;

    AgreementConditions(Circumstances circumstances, Meaning meaning) {
        this.circumstances = circumstances;
        this.reach = new Reach(meaning, circumstances.act(), circumstances.aim());
        this.isExpeditable =
                !circumstances.policy().activations(circumstances.partner()).isEmpty();
        this.further = new FurtherConditions(circumstances, meaning);
    }

    /** Adds what is unmet. */
    Standing standing(List<Finding> unmet) {
        Shortfall least = least();
        if (least == null) {
            addNone(unmet);
            return Standing.NONE;
        }
        least.write(unmet);
        return least.standing(circumstances.instant());
    }

    boolean areMet() {
        Shortfall least = least();
        return least != null && least.size() == 0;
    }

    private @Nullable Shortfall least() {
        Shortfall least = null;
        List<Holding> holdings = circumstances.policy().holdings(circumstances.partner(), reach.meaning());
        for (int place = 0; place < holdings.size(); place++) {
            Holding holding = holdings.get(place);
            if (holding.covers(reach)) {
                int codes = unmetByAgreement(holding);
                if (least == null || least.isMoreThan(atLeast(codes))) {
                    Shortfall shortfall = under(holding, codes);
                    least = least == null || shortfall.isLessThan(least) ? shortfall : least;
                }
                if (least.isNone()) {
                    break;
                }
            }
        }
        return least;
    }

    private void addNone(List<Finding> unmet) {
        Meaning meaning = reach.meaning();
        String clause = "no agreement covers "
                + String.join(", ", meaning.label().categories()) + " up to "
                + meaning.label().classification() + " for " + reach.act().wireName();
        unmet.add(new Finding(Code.NO_AGREEMENT, clause));
        if (reach.purpose() != null) {
            unmet.add(new Finding(Code.PURPOSE_NOT_AGREED, clause));
        }
        unmet.add(new Finding(Code.NO_GRANT, clause));
    }

    /** Force and purpose, which are at hand. */
    private int unmetByAgreement(Holding holding) {
        return (holding.isInForce(circumstances.micros()) ? 0 : Code.AGREEMENT_NOT_IN_FORCE.bit())
                | (holding.isFor(reach) ? 0 : Code.PURPOSE_NOT_AGREED.bit());
    }

    /** How much will be unmet at least: an activation may stand in for the purpose, for nothing else of an agreement. */
    private int atLeast(int codes) {
        return Integer.bitCount(isExpeditable ? codes & ~Code.PURPOSE_NOT_AGREED.bit() : codes);
    }

    private Shortfall under(Holding holding, int unmetByAgreement) {
        int codes = unmetByAgreement
                | Surroundings.unmet(holding.demands(), circumstances.question().person(), circumstances.act())
                | TrainingConditions.unmet(holding.demands(), reach.meaning().tier(), circumstances)
                | PassingOn.unmet(holding, circumstances, reach);
        List<Finding> conditions = conditions(holding);
        StepUp stepUp = holding.demands() == null ? null : LoginConditions.stepUp(holding, circumstances);
        boolean isAgreed = (codes & Code.PURPOSE_NOT_AGREED.bit()) == 0;
        HeldGrant grant = bestGrant(holding, isAgreed);
        int unmet = unmet(grant);
        Activation standIn = !isExpeditable || (isAgreed && unmet == 0) ? null : activation();
        return standIn == null
                ? new Shortfall(holding, codes | unmet, conditions, stepUp, grant, null)
                : new Shortfall(holding, codes & ~Code.PURPOSE_NOT_AGREED.bit(), conditions, stepUp, grant, standIn);
    }

    /** What has a clause of its own. */
    private List<Finding> conditions(Holding holding) {
        List<Finding> ofLogin = LoginConditions.unmet(holding, circumstances);
        if (!holding.isConditional()) {
            return ofLogin;
        }
        List<Finding> unmet = further.unmet(holding);
        unmet.addAll(ofLogin);
        return unmet;
    }

    /** Of the grants for this, the one under which the least is unmet; a purpose that is not agreed no grant can have. */
    private @Nullable HeldGrant bestGrant(Holding holding, boolean isAgreed) {
        HeldGrant best = null;
        for (int place = 0; place < holding.grants(); place++) {
            HeldGrant grant = holding.grant(place);
            if (grant.isAbout(reach) && (!isAgreed || grant.isFor(reach)) && isForThis(grant)) {
                best = best == null || Integer.bitCount(unmet(grant)) < Integer.bitCount(unmet(best)) ? grant : best;
            }
        }
        return best;
    }

    /** A grant that is bound to others is as good as none. */
    private boolean isForThis(HeldGrant grant) {
        return !grant.isBound() || grant.isFor(circumstances.question().particular());
    }

    private int unmet(@Nullable HeldGrant grant) {
        if (grant == null) {
            return Code.NO_GRANT.bit();
        }
        return (grant.isExpired(circumstances.micros()) ? Code.GRANT_EXPIRED.bit() : 0)
                | (grant.isOverdue(circumstances.micros()) ? Code.REVIEW_OVERDUE.bit() : 0)
                | (grant.reaches(reach.meaning().tier()) ? 0 : Code.TIER_TOO_LOW.bit());
    }

    /** The first that reaches as far, looked for once: it depends on no agreement. */
    private @Nullable Activation activation() {
        Optional<Activation> found = activation;
        if (found == null) {
            found = circumstances.policy().activation(circumstances.partner(), reach, circumstances.instant());
            activation = found;
        }
        return found.orElse(null);
    }
}
