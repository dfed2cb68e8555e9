package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.access.grant.GrantTerms;
import org.entente.access.grant.Narrower;
import org.entente.access.partner.Posture;
import org.entente.access.usage.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer is advised, by published rules, each of which says why. Of several that speak the strictest counts: a
 * suspended partner holds nothing; a contained one nothing deeper than its posture allows; what is not used is not held;
 * anomalies make what is used less than granted be narrowed.
 *
 * @param to what to narrow the grant to
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Recommendation(Verdict verdict, @Nullable Narrower to, List<String> because) {
    private static final int CONTAINED_TIER = 1;

    /**
     * What is known of a grant.
     *
     * @param posture of its partner; absent for one that is not known any more
     * @param anomalies that were found about its partner, or its person, lately
     */
    record Known(GrantTerms terms, @Nullable Posture posture, long anomalies, Proposal usage) {}

    static Recommendation of(Known known) {
        List<String> because = new ArrayList<>();
        if (known.posture() == null || known.posture() == Posture.SUSPENDED) {
            because.add("The partner is suspended.");
            return new Recommendation(Verdict.REVOKE, null, because);
        }
        if (known.anomalies() > 0) {
            because.add(known.anomalies() + " anomalies were found lately; keep it for a short time only.");
        }
        because.addAll(known.usage().because());
        if (known.usage().withdraw()) {
            return new Recommendation(Verdict.REVOKE, null, because);
        }
        Narrower to = known.usage().to();
        if (known.posture() == Posture.CONTAINED && known.terms().tier() > CONTAINED_TIER) {
            because.add("The partner is contained: nothing deeper than tier " + CONTAINED_TIER + " can be used.");
            to = contained(to);
        }
        return new Recommendation(to == null ? Verdict.KEEP : Verdict.NARROW, to, because);
    }

    private static Narrower contained(@Nullable Narrower to) {
        if (to == null) {
            return new Narrower(CONTAINED_TIER, null, null, null, null, null, null, null);
        }
        int tier = Math.min(CONTAINED_TIER, Objects.requireNonNullElse(to.tier(), CONTAINED_TIER));
        return new Narrower(
                tier, to.categories(), to.purposes(), to.until(), to.unit(), to.person(), to.assets(), to.topics());
    }
}
