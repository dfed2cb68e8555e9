package org.entente.access.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.access.policy.CompiledPolicy.Activation;
import org.entente.access.policy.Holding;
import org.entente.access.policy.Holding.HeldGrant;
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
    private @Nullable Optional<Activation> activation;

    AgreementConditions(Circumstances circumstances, Meaning meaning) {
        this.circumstances = circumstances;
        this.reach = circumstances.policy().reach(meaning, circumstances.act(), circumstances.purpose());
        this.further = new FurtherConditions(circumstances, meaning);
    }

    Standing standing() {
        Shortfall least = null;
        for (Holding holding : circumstances.policy().holdings(circumstances.partner(), reach.meaning())) {
            if (holding.covers(reach)) {
                Shortfall shortfall = under(holding);
                least = least == null || shortfall.isLessThan(least) ? shortfall : least;
                if (least.isNone()) {
                    break;
                }
            }
        }
        return least == null ? underNone() : least.standing();
    }

    private Standing underNone() {
        List<String> categories = reach.meaning().label().categories();
        String clause = "no agreement covers " + String.join(", ", categories) + " up to "
                + reach.meaning().label().classification() + " for "
                + reach.act().wireName();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(Code.NO_AGREEMENT, clause));
        if (reach.purpose() != null) {
            findings.add(new Finding(Code.PURPOSE_NOT_AGREED, clause));
        }
        findings.add(new Finding(Code.NO_GRANT, clause));
        return new Standing(findings, List.of(), false, null);
    }

    private Shortfall under(Holding holding) {
        int codes = Surroundings.unmet(
                holding.agreement().terms().demands(), circumstances.question().person());
        if (!holding.agreement().isInForce(circumstances.instant())) {
            codes |= Code.AGREEMENT_NOT_IN_FORCE.bit();
        }
        List<Finding> conditions = further.unmet(holding);
        boolean isAgreed = holding.isFor(reach);
        HeldGrant grant = bestGrant(holding, isAgreed);
        int unmet = (isAgreed ? 0 : Code.PURPOSE_NOT_AGREED.bit()) | unmet(grant);
        Activation standIn = unmet == 0 ? null : activation();
        return new Shortfall(holding, standIn == null ? codes | unmet : codes, conditions, grant, standIn);
    }

    /** Of the grants for this, the one under which the least is unmet; a purpose that is not agreed no grant can have. */
    private @Nullable HeldGrant bestGrant(Holding holding, boolean isAgreed) {
        HeldGrant best = null;
        for (HeldGrant grant : holding.grants()) {
            if (grant.isAbout(reach) && (!isAgreed || grant.isFor(reach))) {
                best = best == null || Integer.bitCount(unmet(grant)) < Integer.bitCount(unmet(best)) ? grant : best;
            }
        }
        return best;
    }

    private int unmet(@Nullable HeldGrant held) {
        if (held == null) {
            return Code.NO_GRANT.bit();
        }
        Instant instant = circumstances.instant();
        Instant reviewDue = held.grant().terms().reviewDue();
        boolean isExpired = !instant.isBefore(held.grant().terms().until());
        boolean isOverdue = reviewDue != null && !instant.isBefore(reviewDue);
        boolean isTooLow = held.grant().terms().tier() < reach.meaning().tier();
        return (isExpired ? Code.GRANT_EXPIRED.bit() : 0)
                | (isOverdue ? Code.REVIEW_OVERDUE.bit() : 0)
                | (isTooLow ? Code.TIER_TOO_LOW.bit() : 0);
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
