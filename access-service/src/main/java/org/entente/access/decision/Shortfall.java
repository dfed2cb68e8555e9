package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import org.entente.access.agreement.Article;
import org.entente.access.agreement.Demands;
import org.entente.access.policy.Activation;
import org.entente.access.policy.HeldGrant;
import org.entente.access.policy.Holding;
import org.entente.access.policy.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What is unmet under one agreement. There may be many of them before one speaks, so that codes are bits and nothing is
 * written out until then.
 *
 * @param codes unmet, each by its {@link Code#bit}
 * @param conditions of the agreement's own, unmet
 * @param grant that is held for this; absent for none
 * @param stepUp the login that would meet the agreement, where one is demanded
 * @param activation that stands in for what is unmet of purpose and grant, which are then not among the codes
 */
record Shortfall(
        Holding holding,
        int codes,
        List<Finding> conditions,
        @Nullable StepUp stepUp,
        @Nullable HeldGrant grant,
        @Nullable Activation activation) {
    private static final List<Code> OF_THE_AGREEMENT = List.of(
            Code.AGREEMENT_NOT_IN_FORCE,
            Code.CONDITION_UNMET,
            Code.ORIGINATOR_CONSENT_MISSING,
            Code.OUTSIDE_GEOFENCE,
            Code.ASSURANCE_TOO_LOW,
            Code.TRAINING_LAPSED);
    private static final List<Code> OF_PURPOSE_AND_GRANT =
            List.of(Code.PURPOSE_NOT_AGREED, Code.NO_GRANT, Code.GRANT_EXPIRED, Code.REVIEW_OVERDUE, Code.TIER_TOO_LOW);

    /** Whether nothing can be better: nothing is unmet, and nothing stands in. */
    boolean isNone() {
        return size() == 0 && activation == null;
    }

    /** Whether less is unmet, or as much without an activation. */
    boolean isLessThan(Shortfall other) {
        return size() == other.size() ? activation == null && other.activation != null : size() < other.size();
    }

    /** How much is unmet. */
    int size() {
        return Integer.bitCount(codes) + conditions.size();
    }

    /** Whether something under which that much is unmet could be less. */
    boolean isMoreThan(int other) {
        return size() == other ? activation != null : size() > other;
    }

    Standing standing(Instant now) {
        return activation == null
                ? new Standing(grounds(), false, until(now, grant == null ? null : grant.until()), stepUp, holding)
                : new Standing(grounds(activation), true, until(now, activation.until()), stepUp, holding);
    }

    /** Adds what is unmet. */
    void write(List<Finding> findings) {
        if (size() > 0) {
            write(OF_THE_AGREEMENT, findings);
            findings.addAll(conditions);
            write(OF_PURPOSE_AND_GRANT, findings);
        }
    }

    private void write(List<Code> among, List<Finding> findings) {
        for (Code code : among) {
            if ((codes & code.bit()) != 0) {
                findings.add(new Finding(code, speaks(code) + part(code)));
            }
        }
    }

    private String speaks(Code code) {
        return switch (code) {
            case GRANT_EXPIRED, REVIEW_OVERDUE, TIER_TOO_LOW -> grant == null ? holding.clause() : grant.clause();
            default -> holding.clause();
        };
    }

    private String part(Code code) {
        return switch (code) {
            case AGREEMENT_NOT_IN_FORCE ->
                holding.agreement().isConsented() ? ", from and until" + holding.cited(Article.TIME) : ", consents";
            case CONDITION_UNMET, ORIGINATOR_CONSENT_MISSING -> ", onward sharing" + holding.cited(Article.ONWARD);
            case OUTSIDE_GEOFENCE -> fence();
            case ASSURANCE_TOO_LOW -> ", assurance" + holding.cited(Article.ASSURANCE);
            case TRAINING_LAPSED -> ", training" + holding.cited(Article.TRAINING);
            case PURPOSE_NOT_AGREED -> ", purposes" + holding.cited(Article.PURPOSES);
            case NO_GRANT -> ", no grant for this";
            case GRANT_EXPIRED -> ", until";
            case REVIEW_OVERDUE -> ", review";
            case TIER_TOO_LOW -> ", tier";
            default -> throw new IllegalArgumentException(code + " is not about an agreement");
        };
    }

    private String fence() {
        Demands demands = holding.demands();
        boolean isOfNetworks = demands != null && demands.countries().isEmpty();
        return isOfNetworks
                ? ", networks" + holding.cited(Article.NETWORKS)
                : ", countries" + holding.cited(Article.COUNTRIES);
    }

    private List<String> grounds() {
        return grant == null ? List.of(holding.clause()) : grant.grounds();
    }

    private List<String> grounds(Activation inForce) {
        Plan plan = inForce.plan();
        String clause = "plan " + plan.id() + " v" + plan.version() + ", activation " + inForce.id();
        return List.of(holding.clause() + ", categories" + holding.cited(Article.CATEGORIES), clause);
    }

    private Instant until(Instant now, @Nullable Instant other) {
        return Holding.earlier(holding.keptUntil(now), other);
    }
}
